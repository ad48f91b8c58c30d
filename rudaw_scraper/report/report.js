"use strict";
// Everything that came from pages is put into the document as text (textContent), never as markup.

const PER_PAGE = 50;
const NARROW = 640; // pixels
const number = new Intl.NumberFormat("en");
const inOrder = new Intl.Collator().compare;
const byId = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

// --- charts -----------------------------------------------------------------------------------------------------

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const text = { labelColor: colour("--quiet"), titleColor: colour("--quiet"), labelFontSize: 12, titleFontSize: 12 };
  return {
    aria: false, // a chart is one picture with a name; its numbers are in the table below it
    background: "transparent",
    font: getComputedStyle(document.body).fontFamily,
    view: { stroke: "transparent" },
    axis: { ...text, gridColor: colour("--line"), domainColor: colour("--line"), tickColor: colour("--line") },
    axisY: { labelLimit: innerWidth < NARROW ? 130 : 260 },
    legend: { ...text, orient: "top", columns: innerWidth < NARROW ? 3 : 0 },
    header: { labelColor: colour("--ink"), labelFontSize: 13, labelFontWeight: 600 },
    mark: { color: colour("--c1") },
    range: { category: ["--c1", "--c2", "--c3", "--c4", "--c5"].map(colour) },
  };
}

function specification(chart, width) {
  const spec = structuredClone(chart.spec);
  const values = chart.rows.map((row) => Object.fromEntries(chart.columns.map((column, at) => [column, row[at]])));
  spec.data = { values, format: { type: "json", parse: { day: "utc:'%Y-%m-%d'", month: "utc:'%Y-%m'" } } };
  if (spec.facet) {
    spec.columns = Math.max(1, Math.floor(width / 300));
    spec.spec.width = Math.floor(width / spec.columns) - 50;
  } else {
    spec.width = width;
    spec.autosize = { type: "fit-x", contains: "padding" };
  }
  return spec;
}

async function draw(chart, place) {
  const width = place.clientWidth;
  if (chart.view) chart.view.finalize();
  chart.view = await vegaEmbed(place, specification(chart, width), { actions: false, renderer: "svg", config: theme() });
  chart.width = width;
}

function dataTable(chart) {
  const head = element("tr", {}, ...chart.columns.map((column) => element("th", { scope: "col", textContent: column })));
  const rows = chart.rows.map((row) =>
    element("tr", {}, ...row.map((value) => element("td", {
      dir: "auto",
      className: typeof value === "number" ? "number" : "",
      textContent: typeof value === "number" ? number.format(value) : value,
    }))));
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}

function unitChoice(chart, redraw) {
  const units = { utcyearmonthdate: "day", utcyearweek: "week", utcyearmonth: "month" };
  const x = chart.spec.encoding.x;
  const choice = element("select", {}, ...Object.entries(units).map(([unit, name]) =>
    element("option", { value: unit, textContent: name, selected: unit === x.timeUnit })));
  choice.addEventListener("change", () => { x.timeUnit = choice.value; redraw(); });
  return element("p", { className: "unit" }, element("label", {}, "a bar is a ", choice));
}

async function showCharts(charts) {
  document.head.append(element("script", { textContent: await unpack(byId("library").textContent) }));
  const drawn = [];
  for (const chart of charts) {
    const label = `${chart.title}. ${chart.note}`;
    const place = element("div", { className: "chart", id: `chart-${chart.key}` });
    const table = element("div", { className: "scroll", tabIndex: 0 });
    const details = element("details", {}, element("summary", { textContent: "The numbers as a table" }), table);
    details.addEventListener("toggle", () => { if (!table.firstChild) table.append(dataTable(chart)); });
    const redraw = () => draw(chart, place);
    byId("charts").append(element("section", {},
      element("h2", { textContent: chart.title }),
      element("figure", {},
        element("figcaption", { className: "note", textContent: chart.note }),
        chart.key === "days" ? unitChoice(chart, redraw) : null,
        element("div", { role: "img", ariaLabel: label }, place), details)));
    drawn.push([chart, place, redraw]);
  }
  const all = async () => { for (const [, , redraw] of drawn) await redraw(); };
  await all();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  let waiting;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const [chart, place, redraw] of drawn) if (place.clientWidth !== chart.width) redraw();
    }, 200);
  });
}

// --- table ------------------------------------------------------------------------------------------------------

const COLUMNS = [
  { name: "date", className: "day" },
  { name: "headline", className: "headline" },
  { name: "section" },
  { name: "comments", className: "number" },
  { name: "quotations", className: "number" },
  { name: "captions", className: "number" },
  { name: "article", className: "key" },
];

// The table's data come column by column.
function rowsOf(columns, texts) {
  return columns.length ? columns[0].map((_, at) => rowOf(columns.map((column) => column[at]), at, texts)) : [];
}

function rowOf([id, day, section, headline, comments, quotes, captions], at, texts) {
  return {
    cells: [day, headline, section, comments, quotes, captions, id],
    edition: id.split("/")[0],
    words: fold([id, day, section, headline].join(" ")),
    text: at < texts.length ? texts[at] : null,
  };
}

function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/\u200c|ـ/g, "");
}

function compare(first, second) {
  if (first === second) return 0;
  if (first === null) return 1; // what is unknown stands last in either direction
  if (second === null) return -1;
  return typeof first === "number" ? first - second : inOrder(first, second);
}

class Table {
  constructor(rows) {
    this.rows = rows;
    this.sorted = { column: 0, descending: true };
    this.page = 0;
    COLUMNS.forEach((column, at) => byId("table").tHead.rows[0].append(this.heading(column, at)));
    for (const edition of [...new Set(rows.map((row) => row.edition))].sort()) {
      byId("edition").append(element("option", { value: edition, textContent: edition }));
    }
    byId("search").addEventListener("submit", (event) => event.preventDefault());
    byId("search").addEventListener("input", () => this.update());
    byId("previous").addEventListener("click", () => this.turn(-1));
    byId("next").addEventListener("click", () => this.turn(1));
    this.update();
  }

  heading(column, at) {
    const button = element("button", { type: "button", textContent: column.name });
    button.addEventListener("click", () => {
      const again = this.sorted.column === at;
      this.sorted = { column: at, descending: again ? !this.sorted.descending : column.className === "number" };
      this.update();
    });
    return element("th", { scope: "col", className: column.className ?? "" }, button);
  }

  update() {
    const words = fold(byId("words").value).split(/\s+/).filter(Boolean);
    const edition = byId("edition").value;
    const open = byId("with-text").checked;
    const { column, descending } = this.sorted;
    this.shown = this.rows.filter((row) =>
      (!edition || row.edition === edition) && (!open || row.text) && words.every((word) => row.words.includes(word)));
    this.shown.sort((first, second) => {
      const [a, b] = [first.cells[column], second.cells[column]];
      return descending && a !== null && b !== null ? compare(b, a) : compare(a, b);
    });
    [...byId("table").tHead.rows[0].cells].forEach((cell, at) => {
      if (at === column) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    this.page = 0;
    byId("found").textContent = `${number.format(this.shown.length)} found`;
    this.fill();
  }

  turn(step) {
    this.page += step;
    this.fill();
    byId("articles").focus();
  }

  fill() {
    const pages = Math.max(1, Math.ceil(this.shown.length / PER_PAGE));
    const rows = this.shown.slice(this.page * PER_PAGE, (this.page + 1) * PER_PAGE);
    byId("table").tBodies[0].replaceChildren(...rows.map((row) => this.row(row)));
    byId("page").textContent = `page ${number.format(this.page + 1)} of ${number.format(pages)}`;
    byId("previous").disabled = this.page === 0;
    byId("next").disabled = this.page + 1 >= pages;
  }

  row(row) {
    return element("tr", {}, ...COLUMNS.map(({ name, className }, at) => {
      const value = row.cells[at];
      const cell = element("td", { className: className ?? "", dir: className ? "" : "auto" });
      if (name === "headline") {
        cell.dir = "auto";
        const words = value ?? "(no headline)";
        if (!row.text) return cell.append(words), cell;
        const button = element("button", { type: "button", textContent: words });
        button.addEventListener("click", () => read(row.text));
        cell.append(button);
      } else {
        cell.textContent = typeof value === "number" ? number.format(value) : value ?? "";
      }
      return cell;
    }));
  }
}

// --- one article ------------------------------------------------------------------------------------------------

// A day inside right-to-left text would be turned round: 2019-03-21 would read 21-03-2019.
function day(text) {
  return element("time", { dir: "ltr", textContent: text });
}

function joined(parts) {
  return parts.flatMap((part, at) => (at ? [" · ", part] : [part]));
}

function paragraph([subheading, runs]) {
  const made = element(subheading ? "h3" : "p", { dir: "auto" });
  for (const [text, quote, closes] of runs) {
    made.append(quote ? element("mark", { textContent: text }) : text);
    if (closes) made.append(element("sup", {}, element("a", { href: `#quote-${closes}`, textContent: closes })));
  }
  return made;
}

function quotation([name, description, cue, text], at) {
  const who = name ?? "no speaker named";
  const words = [description ? `${who}, ${description}` : who, cue ? ` (${cue})` : "", ": "].join("");
  return element("li", { id: `quote-${at + 1}`, dir: "auto" }, element("strong", { textContent: words }), element("q", { textContent: text }));
}

function comment([position, author, written, text, depth]) {
  const name = element("strong", {}, `${position}. `, element("bdi", { textContent: author ?? "no name" }));
  const made = element("div", { className: "comment" },
    element("p", {}, ...joined([name, ...(written ? [day(written)] : [])])),
    element("p", { dir: "auto", textContent: text }));
  made.style.marginInlineStart = `${Math.min(depth, 5)}rem`;
  return made;
}

function part(title, list, entries) {
  return entries.length ? [element("h3", { textContent: title, dir: "ltr", lang: "en" }), element(list, {}, ...entries)] : [];
}

function read(text) {
  const article = byId("article");
  const link = /^https?:/.test(text.url) ? element("a", { href: text.url, rel: "noreferrer", textContent: text.url }) : text.url;
  article.lang = text.language;
  article.dir = text.direction;
  article.replaceChildren(
    element("h2", { id: "reader-headline", dir: "auto", textContent: text.headline ?? "(no headline)" }),
    element("p", { className: "facts" }, ...joined([
      ...text.facts.filter(Boolean).map((fact) => element("bdi", { textContent: fact })),
      ...(text.day ? [day(text.day)] : []),
    ])),
    element("p", { className: "facts", dir: "ltr" }, link),
    text.summary ? element("p", { dir: "auto" }, element("em", { textContent: text.summary })) : "",
    ...text.paragraphs.map(paragraph),
    ...part("Captions", "ul", text.captions.map(([words, credit]) =>
      element("li", { dir: "auto", textContent: [words, credit && `(${credit})`].filter(Boolean).join(" ") }))),
    ...part("Quotations", "ol", text.quotes.map(quotation)),
    ...part(`Comments (${text.comments.length})`, "div", text.comments.map(comment)),
    ...part("Warnings", "ul", text.warnings.map((code) => element("li", { textContent: code, dir: "ltr" }))),
  );
  byId("reader").showModal();
  byId("reader").scrollTop = 0;
}

// --- start ------------------------------------------------------------------------------------------------------

function held(inTable, open, articles) {
  const all = number.format(articles);
  const table = inTable < articles
    ? `The table holds ${number.format(inTable)} of ${all} articles, drawn by chance so that this page stays small. ` : "";
  const texts = open < articles
    ? `${number.format(open)} of ${all} articles can be opened here; for the others: rudaw show FILE ID.` : "";
  return table + texts;
}

async function main() {
  const data = JSON.parse(await unpack(byId("data").textContent));
  const rows = rowsOf(data.columns, data.texts);
  byId("sample").textContent = held(rows.length, data.texts.length, data.articles);
  new Table(rows);
  await showCharts(data.charts);
  document.documentElement.dataset.ready = "yes";
}

main().catch((error) => {
  byId("problem").textContent = `This page could not be shown: ${error.message}`;
  byId("problem").hidden = false;
  throw error;
});
