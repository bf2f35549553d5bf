
// Finds and sorts the rows of the tables. Without it every table is there, in the order of the documents.
"use strict";
(() => {
  const collator = new Intl.Collator("vi", { numeric: true });

  // Words are alike whatever their case, the way their letters are put together and the spaces between them.
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  // Tones stand at the end of a word, so that "hoà" and "hòa" are alike.
  const toned = (text) => plain(text).normalize("NFD").replace(/[\p{L}\p{M}]+/gu, (word) =>
    word.replace(TONES, "") + (word.match(TONES) ?? []).join(""));
  // Who types no marks finds words with any.
  const bare = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  const forms = (text) => [plain(text), toned(text), bare(text)];

  const wordsOf = (row) => Array.from(row.cells, (cell) => cell.textContent).join(" ¦ ");
  const isData = (row) => row.className === "";

  function finder(typed) {
    const [exact, moved, without] = forms(typed);
    const unmarked = exact === without;
    return ([whole, ends, letters]) =>
      whole.includes(exact) || ends.includes(moved) || (unmarked && letters.includes(without));
  }

  // A body of a table: the rows that head it, its rows of data, and the sums below them.
  function groupOf(body, section) {
    const rows = Array.from(body.rows);
    const data = rows.filter(isData);
    const first = data.length > 0 ? rows.indexOf(data[0]) : 1;
    return {
      body, section, data,
      heads: rows.slice(0, first),
      below: rows.slice(first).find((row) => !isData(row)) ?? null,
      leads: body.className === "lead",
      totals: body.className === "totals",
    };
  }

  function groupsOf(table) {
    let section = -1;
    return Array.from(table.tBodies, (body) => {
      if (body.className === "section") section += 1;
      return groupOf(body, section);
    });
  }

  // What is searched: the words of a row and of the rows that head it.
  function indexOf(groups) {
    const index = new Map();
    let heading = "";
    for (const group of groups) {
      const own = group.heads.map(wordsOf).join(" ¦ ");
      if (group.body.className === "section") heading = own;
      const above = group.leads ? `${heading} ¦ ${own}` : own;
      for (const row of group.data) index.set(row, forms(`${above} ¦ ${wordsOf(row)}`));
    }
    return index;
  }

  function filter(groups, controls, wanted) {
    const shownIn = new Map();
    let [shown, all] = [0, 0];
    for (const group of groups) {
      group.shown = 0;
      for (const row of group.data) {
        row.hidden = !wanted(row, group);
        group.shown += row.hidden ? 0 : 1;
      }
      all += group.data.length;
      shown += group.shown;
      shownIn.set(group.section, (shownIn.get(group.section) ?? 0) + group.shown);
    }
    for (const group of groups) {
      const left = group.body.className === "section" ? shownIn.get(group.section) : group.shown;
      group.body.hidden = shown < all && left === 0 && !group.totals;
    }
    controls.classList.toggle("filtered", shown < all);
    const status = controls.querySelector("[role=status]");
    const told = shown < all ? status.dataset.some : status.dataset.all;
    status.textContent = told.replace("{shown}", shown).replace("{all}", all);
  }

  function bindControls(groups, controls) {
    const input = controls.querySelector("input");
    const selects = Array.from(controls.querySelectorAll("select"));
    let index;
    const apply = () => {
      const found = plain(input.value) === "" ? null : finder(input.value);
      index ??= found && indexOf(groups);
      const chosen = selects.filter((select) => select.value !== "");
      filter(groups, controls, (row, group) => chosen.every((select) => select.dataset.by === "section"
        ? String(group.section) === select.value
        : row.cells[select.dataset.by].textContent.trim() === select.value)
        && (found === null || found(index.get(row))));
    };
    let later;
    input.addEventListener("input", () => {
      clearTimeout(later);
      later = setTimeout(apply, 150);
    });
    for (const select of selects) select.addEventListener("change", apply);
    controls.querySelector("button").addEventListener("click", () => {
      input.value = "";
      for (const select of selects) select.value = "";
      apply();
      input.focus();
    });
    controls.hidden = false;
    apply();
  }

  // What a cell is sorted by; null where it says nothing.
  function keyOf(row, column, figures) {
    const cell = row?.cells[column];
    const text = cell?.querySelector("time")?.dateTime ?? cell?.textContent.trim() ?? "";
    if (text === "") return null;
    return figures ? Number(text.replaceAll(".", "").replace(",", ".")) : text;
  }

  // Cells that say nothing come last in either order.
  function sorted(things, rowOf, column, figures, sign) {
    if (sign === 0) return things;
    const keyed = things.map((thing) => ({ thing, key: keyOf(rowOf(thing), column, figures) }));
    keyed.sort((left, right) => {
      if (left.key === null || right.key === null) return (left.key === null) - (right.key === null);
      return sign * (figures ? left.key - right.key : collator.compare(left.key, right.key));
    });
    return keyed.map(({ thing }) => thing);
  }

  // Rows stay below their heading and above their sum; headed groups move with their rows within their section.
  function sort(table, groups, column, figures, sign) {
    for (const { body, data, below } of groups) {
      const rows = document.createDocumentFragment();
      rows.append(...sorted(data, (row) => row, column, figures, sign));
      body.insertBefore(rows, below);
    }
    const leads = groups.filter((group) => group.leads);
    for (const section of new Set(leads.map((group) => group.section))) {
      const next = groups.find((group) => !group.leads && (group.totals || group.section > section));
      const led = leads.filter((group) => group.section === section);
      for (const { body } of sorted(led, ({ heads }) => heads.at(-1), column, figures, sign)) {
        table.insertBefore(body, next?.body ?? null);
      }
    }
  }

  function bindHeading(heading, headings, table, groups) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "" }[heading.getAttribute("aria-sort")] ?? "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      if (next !== "") heading.setAttribute("aria-sort", next);
      const sign = { ascending: 1, descending: -1 }[next] ?? 0;
      sort(table, groups, Number(heading.dataset.column), heading.dataset.sort === "figure", sign);
    });
  }

  for (const annex of document.querySelectorAll(".annex")) {
    const controls = annex.querySelector(".controls");
    if (controls === null) continue;
    const table = annex.querySelector("table");
    const groups = groupsOf(table);
    const headings = Array.from(table.querySelectorAll("[data-column]"));
    for (const heading of headings) bindHeading(heading, headings, table, groups);
    bindControls(groups, controls);
  }
})();
