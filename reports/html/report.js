"use strict";
// Draws the charts where they stand, lets readers choose a group, and leaves tables that fit their
// place out of the way of the keyboard.
// Expressions are interpreted (ast), and styles set through the style sheet of the page, so that
// the content security policy needs neither unsafe-eval nor unsafe-inline.
(() => {
  const held = JSON.parse(document.getElementById("chart_data").textContent);
  const options = {
    mode: "vega-lite",
    renderer: "svg",
    ast: true,
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  };
  const WIDE = 560;
  const drawn = new Map();
  const waiting = new Set();
  let busy = false;

  function fitting(place) {
    return place.clientWidth >= WIDE ? "wide" : "phone";
  }

  async function draw(place) {
    const layout = fitting(place);
    // One that is hidden has no width; it is drawn when it is shown.
    if (place.clientWidth === 0 || drawn.get(place)?.layout === layout) return;
    const panel = held.panels[place.dataset.panel][layout];
    const frame = document.createElement("div");
    const result = await window.vegaEmbed(frame, { ...panel, config: held.config }, options);
    place.replaceChildren(frame);
    place.style.minHeight = "";
    drawn.get(place)?.result.finalize();
    drawn.set(place, { layout, result });
  }

  function away(place) {
    return Math.abs(place.getBoundingClientRect().top);
  }

  // One after the other, what is nearest to the reader first, so that the page stays responsive.
  async function work() {
    if (busy) return;
    busy = true;
    while (waiting.size > 0) {
      const next = [...waiting].reduce((one, other) => (away(other) < away(one) ? other : one));
      waiting.delete(next);
      try {
        await draw(next);
      } catch (error) {
        console.error(error);
      }
      await new Promise((resume) => setTimeout(resume));
    }
    busy = false;
  }

  function keepRoom(place) {
    const { height } = held.panels[place.dataset.panel][fitting(place)];
    place.style.minHeight = `${height + 60}px`;
  }

  const places = document.querySelectorAll("[data-panel]");
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) waiting.add(target);
    work();
  });
  for (const place of places) {
    keepRoom(place);
    sizes.observe(place);
  }

  for (const choice of document.querySelectorAll(".choice")) {
    const panels = [...choice.parentElement.querySelectorAll(".panel")];
    const select = choice.querySelector("select");
    select.addEventListener("change", () => {
      for (const panel of panels) {
        panel.hidden = select.value !== "" && panel.dataset.group !== select.value;
      }
      const shown = panels.filter((panel) => !panel.hidden).length;
      choice.querySelector("[role=status]").textContent =
        shown === panels.length ? "" : `${shown} of ${panels.length} panels shown`;
    });
    choice.hidden = false;
  }

  // Only what scrolls needs a place in the order of the keyboard, and a name of its own.
  const scrolling = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth;
      const region = {
        tabindex: "0",
        role: "region",
        "aria-labelledby": target.querySelector("caption").id,
      };
      for (const [name, value] of Object.entries(region)) {
        if (scrolls) target.setAttribute(name, value);
        else target.removeAttribute(name);
      }
    }
  });
  for (const region of document.querySelectorAll(".scroll")) scrolling.observe(region);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.getElementById("vg-tooltip-element")?.classList.remove("visible");
  });
})();
