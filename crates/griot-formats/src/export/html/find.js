
(() => {
const field = document.getElementById("q"), count = document.getElementById("c");
const letters = { "ɛ": "e", "ɔ": "o", "ɲ": "n", "ŋ": "n", "’": "'", "ʼ": "'", "–": "-" };
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[ɛɔɲŋ’ʼ–]/g, (c) => letters[c]);
const parts = document.querySelectorAll("main section");
let all;
const find = () => {
  all = all || Array.from(document.querySelectorAll(".f"), (it) => [it, fold(it.textContent)]);
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const [it, text] of all) {
    const here = words.every((word) => text.includes(word));
    it.hidden = !here;
    found += here;
  }
  for (const part of parts) part.hidden = words.length > 0 && !part.querySelector(".f:not([hidden])");
  document.body.classList.toggle("finding", words.length > 0);
  count.textContent = words.length ? found + " found" : "";
};
field.closest(".find").hidden = false;
field.addEventListener("input", find);
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== field) { event.preventDefault(); field.focus(); }
  if (event.key === "Escape" && field.value) { field.value = ""; find(); }
});
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !field.value) return;
  field.value = ""; find(); target.scrollIntoView();
});
})();
