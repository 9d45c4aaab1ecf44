"use strict";
(function () {
  var body = document.body;
  function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function clear() { all(document, ".on").forEach(function (e) { e.classList.remove("on"); }); }
  function show(item, scroll) {
    var doc = item.closest("article"), number = item.getAttribute("data-i"), first = null;
    var details = doc.querySelector("details");
    if (details) { details.open = true; }
    clear();
    item.classList.add("on");
    all(doc, "[data-f~='" + number + "']").forEach(function (e) {
      e.classList.add("on");
      first = first || e;
    });
    all(doc, "[data-r~='" + number + "']").forEach(function (e) { e.classList.add("on"); });
    if (scroll) { (first || doc).scrollIntoView({block: first ? "center" : "start"}); }
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("li.item > a"), mark = event.target.closest("mark");
    if (link) {
      event.preventDefault();
      show(link.parentNode, true);
    } else if (mark && !mark.classList.contains("off")) {
      var numbers = (mark.getAttribute("data-f") || "").split(" ");
      var item = mark.closest("article").querySelector("li.item[data-i='" + numbers[0] + "']");
      if (item) {
        show(item, false);
        item.scrollIntoView({block: "nearest"});
      }
    }
  });
  function refresh() {
    all(document, ".filters input").forEach(function (box) {
      body.classList.toggle("no-" + box.value, !box.checked);
    });
    /* A mark stays as long as one of its findings is shown. */
    all(document, "article").forEach(function (doc) {
      var shown = {};
      all(doc, "li.item").forEach(function (item) {
        shown[item.getAttribute("data-i")] = getComputedStyle(item).display !== "none";
      });
      all(doc, "mark").forEach(function (mark) {
        var any = (mark.getAttribute("data-f") || "").split(" ").some(function (n) { return shown[n]; });
        mark.classList.toggle("off", !any);
      });
    });
  }
  all(document, ".filters input").forEach(function (box) { box.addEventListener("change", refresh); });
  function open(hash) {
    var target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    var doc = target && target.closest("article"), details = doc && doc.querySelector("details");
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", function () { open(location.hash); });
  open(location.hash);
  document.addEventListener("keydown", function (event) {
    var step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var items = all(document, "li.item").filter(function (e) { return e.offsetParent !== null; });
    var at = items.findIndex(function (e) { return e.classList.contains("on"); });
    var next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    if (next) {
      show(next, true);
      next.scrollIntoView({block: "nearest"});
    }
  });
  window.addEventListener("beforeprint", function () {
    all(document, "article > details").forEach(function (d) { d.open = true; });
  });
}());
