// Reads a chosen file into a text field. The file itself goes nowhere: its reader sees the text before sending it.
const decoded = bytes => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheets on Windows still write this.
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

document.addEventListener("change", async event => {
  const picker = event.target.closest("input[type=file][data-into]");
  if (!picker || !picker.files.length) return;
  const field = document.getElementById(picker.dataset.into);
  field.value = decoded(await picker.files[0].arrayBuffer());
  field.focus();
});
