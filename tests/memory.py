"""The peak memory of a child process, by the kernel's count for the program it runs.

``ru_maxrss`` would not do: a child inherits the peak of the process that started it.
"""

from __future__ import annotations

PRINT_PEAK = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM:')))"
"""Code that prints the peak of the process that runs it, in kilobytes."""
COMMAND_WITH_PEAK = (
    "import atexit, sys\n"
    "def tell():\n"
    "    with open('/proc/self/status') as status:\n"
    "        peak = next(line.split()[1] for line in status if line.startswith('VmHWM:'))\n"
    "    print('peak', peak, file=sys.stderr)\n"
    "atexit.register(tell)\n"
    "from rudaw_scraper.cli import main\n"
    "main(prog_name='rudaw')\n"
)
"""Code that runs the command with the arguments it is given and then tells the peak on standard error."""
