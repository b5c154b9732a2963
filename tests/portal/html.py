"""A strict look at a page's markup: nesting, ids, references, labels, and nothing inline."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form"}
BLOCKS |= {"h1", "h2", "h3", "h4", "header", "hr", "main", "nav", "ol", "p", "section", "table", "ul"}
INTERACTIVE = {"a", "button", "label", "summary"}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}, "tr": {"td", "th"}}
SPOKEN = {"input", "select", "textarea"}


class Checker(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults, self.open, self.ids, self.references, self.labels = [], [], [], [], []
        self.controls, self.counts, self.title, self.levels = [], {}, "", []

    def handle_decl(self, decl):
        if decl.lower() != "doctype html" or self.counts:
            self.faults.append(f"doctype: {decl}")

    def handle_starttag(self, tag, attrs):
        self._enter(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self._enter(tag, attrs)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> inside {self.open[-3:]} at {self.getpos()}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data

    def _enter(self, tag, attrs):
        values = dict(attrs)
        where = f"<{tag}> at {self.getpos()}"
        parent = self.open[-1] if self.open else ""
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if len(values) != len(attrs):
            self.faults.append(f"{where}: an attribute is given twice")
        if tag in BLOCKS and "p" in self.open:
            self.faults.append(f"{where}: inside a paragraph")
        if tag in INTERACTIVE & set(self.open) or (tag == "a" and "button" in self.open):
            self.faults.append(f"{where}: inside {self.open[-3:]}")
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.faults.append(f"{where}: not a child of {parent}")
        self._references(tag, values, where)
        self._inline(tag, values, where)

    def _inline(self, tag, values, where):
        if "style" in values or any(name.startswith("on") for name in values):
            self.faults.append(f"{where}: inline style or handler")
        if tag == "style" or (tag == "script" and "src" not in values):
            self.faults.append(f"{where}: inline")
        if tag == "img" and "alt" not in values:
            self.faults.append(f"{where}: a picture without words")
        address = values.get("src") or (values.get("href") if tag == "link" else "") or ""
        if address.startswith(("http", "//")):
            self.faults.append(f"{where}: comes from another site")

    def _references(self, tag, values, where):
        if identifier := values.get("id"):
            self.ids.append(identifier)
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            self.references += [(where, key) for key in (values.get(name) or "").split()]
        if tag in SPOKEN and values.get("type") not in {"hidden", "submit"} and "label" not in self.open:
            self.controls.append((where, values))
        if tag == "label" and "for" in values:
            self.labels.append(values["for"])
        if tag in {"h1", "h2", "h3", "h4"}:
            self.levels.append(int(tag[1]))

    def finish(self):
        self.close()
        twice = {one for one in self.ids if self.ids.count(one) > 1}
        self.faults += [f"id {one} is given twice" for one in sorted(twice)]
        self.faults += [
            f"{where} refers to no id: {key}" for where, key in self.references if key not in self.ids
        ]
        self.faults += [
            f"{where}: no label"
            for where, values in self.controls
            if values.get("id") not in self.labels and not {"aria-label", "aria-labelledby"} & set(values)
        ]
        for tag in ("h1", "main", "title"):
            if tag != "title" and self.counts.get(tag, 0) != 1:
                self.faults.append(f"{self.counts.get(tag, 0)} of <{tag}>")
        if not self.title.strip() or self.title.strip().startswith("—"):
            self.faults.append("no title")
        if self.open:
            self.faults.append(f"left open: {self.open}")
        steps = zip([1, *self.levels], self.levels, strict=False)
        self.faults += [f"h{after} follows h{before}" for before, after in steps if after > before + 1]


def faults_of(html):
    """Return what is wrong with a whole page, an empty list when nothing is."""
    checker = Checker()
    checker.feed(html)
    checker.finish()
    return checker.faults


def assert_good(response, status=200):
    assert response.status_code == status
    faults = faults_of(response.content.decode())
    assert not faults, "\n".join(faults)
    return response.content.decode()
