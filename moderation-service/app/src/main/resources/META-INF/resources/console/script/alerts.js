// A sound and a notification of the desktop for new urgent cases: only if the reader turned them on in this browser.
import { $, say } from "./page.js";

const AT_ONCE = 5000;
const TONES = [660, 880];
const wants = name => localStorage.getItem(name) === "on";

// With several windows open, only one plays the sound.
const first = () => {
  const last = Number(localStorage.getItem("alerted") || 0);
  localStorage.setItem("alerted", Date.now());
  return Date.now() - last > AT_ONCE;
};

const sound = () => {
  const audio = new AudioContext();
  TONES.forEach((pitch, place) => {
    const start = audio.currentTime + place * .18;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(.12, start);
    volume.gain.exponentialRampToValueAtTime(.001, start + .3);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + .3);
  });
};

// Shows only how many, and no text of comments, because others can see a desktop.
const notify = urgent => {
  const words = urgent === 1 ? say("1 urgent case") : say("{1} urgent cases", urgent);
  const note = new Notification(words, { body: say("Open the queue to act."), tag: "hall-monitor-urgent", renotify: true });
  note.onclick = () => {
    window.focus();
    note.close();
  };
};

export const alertUrgent = urgent => {
  if (!first()) return;
  if (wants("sound")) sound();
  if (wants("notify") && window.Notification?.permission === "granted") notify(urgent);
};

const soundSwitch = $("#sound-on");
if (soundSwitch) {
  soundSwitch.checked = wants("sound");
  soundSwitch.addEventListener("change", () => {
    localStorage.setItem("sound", soundSwitch.checked ? "on" : "off");
    // Played once, so that the reader recognizes it and knows that the speakers are on.
    if (soundSwitch.checked) sound();
  });
}

const notifySwitch = $("#notify-on");
const showNotify = () => {
  notifySwitch.checked = wants("notify") && window.Notification?.permission === "granted";
};
if (notifySwitch) {
  showNotify();
  notifySwitch.addEventListener("change", async () => {
    const asked = notifySwitch.checked && window.Notification ? await Notification.requestPermission() : "off";
    localStorage.setItem("notify", asked === "granted" ? "on" : "off");
    showNotify();
    $("#notify-refused").hidden = asked !== "denied";
  });
}
