"use strict";
// Puts a chart with tooltips, in the layout that fits the screen, in place of the still picture,
// which stays for paper and for readers without scripts.
// Expressions are interpreted (ast), and styles set through the style sheet of the page, so that
// the content security policy needs neither unsafe-eval nor unsafe-inline.
(() => {
  const place = document.getElementById("chart");
  const specifications = JSON.parse(document.getElementById("specifications").textContent);
  const options = {
    mode: "vega-lite",
    renderer: "svg",
    ast: true,
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  };
  let wanted = null;
  let drawn = null;

  function fitting(width) {
    if (width >= 900) return "wide";
    return width >= 600 ? "stacked" : "phone";
  }

  async function draw() {
    const layout = fitting(place.clientWidth);
    if (layout === wanted) return;
    wanted = layout;
    const frame = document.createElement("div");
    const result = await window.vegaEmbed(frame, specifications[layout], options);
    if (layout !== wanted) {
      result.finalize();
      return;
    }
    place.replaceChildren(frame);
    place.parentElement.classList.add("drawn");
    drawn?.finalize();
    drawn = result;
  }

  window.addEventListener("resize", draw);
  draw();
})();
