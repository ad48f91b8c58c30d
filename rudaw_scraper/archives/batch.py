"""Many archives: which there are, where their output goes, who reads them, and what becomes of workers that die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rudaw_scraper.archives.readers import is_archive_name
from rudaw_scraper.archives.report import Report, read_report
from rudaw_scraper.archives.saved_folder import page_files
from rudaw_scraper.archives.work import Task, read_archive, remove_parts
from rudaw_scraper.errors import RudawError

State = dict[Path, Report | None]
Watch = Callable[[State], None]
_GLANCE = 0.25  # seconds between two looks at how far the workers are
_PATIENCE = 20  # seconds to wait for a cluster to answer


class BadInput(RudawError):
    """A path cannot be read, or its output stands there already."""


class NoCluster(RudawError):
    """The cluster cannot be reached, or the library for it is not installed."""


def plan(paths: Iterable[Path], output: Path, url_map: Path | None, resume: bool) -> tuple[list[Task], list[Report]]:
    """Return what is to be read, and the reports of what was read before.

    A folder stands for the archives in it, and for its saved pages if it has any. The output of each archive is the
    folder of its name below ``output``; a second archive of that name gets a number. Raises :class:`BadInput`.
    """
    tasks: list[Task] = []
    done: list[Report] = []
    taken: set[Path] = set()
    for archive in dict.fromkeys(path.resolve() for given in paths for path in _archives(given)):
        size = _size(archive)
        folder, report = _place(output.resolve() / (archive.name or "root"), archive, size, taken)
        taken.add(folder)
        if report is None:
            tasks.append(Task(archive, size, folder, url_map.resolve() if url_map else None))
        elif resume:
            done.append(report)
        else:
            raise BadInput(f"{archive} was read before into {folder}. Add --resume to keep that, or choose --output.")
    return tasks, done


def run(tasks: list[Task], workers: int, cluster: str | None, watch: Watch) -> list[Report]:
    """Read all archives, the largest first, and return their reports.

    ``watch`` is called now and then with the reports by folder, ``None`` for what is not done yet. Where a process of
    the pool dies, the archives that were being read are read again, each by a process of its own. Raises
    :class:`NoCluster`.
    """
    for task in tasks:
        remove_parts(task.folder)  # of a run that was killed
    state: State = {task.folder: None for task in tasks}
    waiting = deque(sorted(tasks, key=lambda task: -task.size))
    if cluster is not None:
        with _cluster(cluster) as executor:
            _work_off(executor, waiting, len(tasks), state, watch)
    suspects: list[Task] = []
    while waiting:
        with _pool(workers) as executor:
            suspects += _work_off(executor, waiting, workers + 1, state, watch)
    for task in suspects:
        with _pool(1) as executor:
            if _work_off(executor, deque([task]), 1, state, watch):
                state[task.folder] = _failed(task, "the process that read it died, twice; is there too little memory?")
    for task in tasks:
        remove_parts(task.folder)  # of workers that died
    watch(state)
    return [report for report in state.values() if report is not None]


def _work_off(executor: Executor, waiting: deque[Task], at_once: int, state: State, watch: Watch) -> list[Task]:
    """Have the waiting tasks done until a worker dies; return those that were under way then."""
    under_way: dict[Future[Report], Task] = {}
    died: list[Task] = []
    while under_way or (waiting and not died):
        while waiting and not died and len(under_way) < at_once:
            try:
                under_way[executor.submit(read_archive, waiting[0])] = waiting[0]
            except BrokenProcessPool:
                break  # those under way will say so, too
            waiting.popleft()
        ended, _ = wait(under_way, timeout=_GLANCE, return_when=FIRST_COMPLETED)
        for future in ended:
            task = under_way.pop(future)
            try:
                state[task.folder] = future.result()
            except BrokenProcessPool:
                died.append(task)
            except Exception as error:  # a fault of this program on one archive is no reason to lose the others
                state[task.folder] = _failed(task, f"this program failed on it ({type(error).__name__}: {error})")
        watch(state)
    return died


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """Return processes of this machine, which share nothing with this one; when it is interrupted they end at once."""
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as executor:
        try:
            yield executor
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
            raise


def _end_with_parent() -> None:
    """Have a worker process end when the one that started it does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # no traceback of its own
    parent = multiprocessing.parent_process()
    assert parent is not None, "this runs in processes that were started by another"

    def wait_and_end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_and_end, daemon=True).start()


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """Return the workers of a Dask cluster; where one dies, the scheduler gives its task to another."""
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster("--cluster needs Dask: pip install 'rudaw-scraper[dask]'.") from None
    make_client: Any = Client
    try:
        client = make_client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(f"the cluster at {address} cannot be reached: {error}.") from None
    with client, client.get_executor(pure=False) as executor:
        yield executor


def default_workers() -> int:
    """Return how many processes this one may use at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _failed(task: Task, why: str) -> Report:
    return Report(str(task.archive), task.size, error=f"{task.archive} was not read: {why}.")


def _archives(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise BadInput(f"{path} does not exist.")
    if not path.is_dir():
        yield path
        return
    yield from sorted(file for file in path.rglob("*") if file.is_file() and is_archive_name(file.name))
    if next(page_files(path), None) is not None:
        yield path


def _size(archive: Path) -> int:
    return sum(file.stat().st_size for file in page_files(archive))


def _place(wanted: Path, archive: Path, size: int, taken: set[Path]) -> tuple[Path, Report | None]:
    """Return the folder for an archive's output, and the report there if this very archive was read into it before."""
    number = 1
    while True:
        folder = wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}")
        if folder not in taken:
            report = read_report(folder) if folder.exists() else None
            if not folder.exists() or (report and (report.archive, report.size) == (str(archive), size)):
                return folder, report
        number += 1
