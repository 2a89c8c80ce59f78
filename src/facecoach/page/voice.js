"use strict";

/** The browser's own voice; only one that speaks on this device, as others send what they say to a network. */
class Voice {
  constructor() {
    this.on = false;
    this.speaker = window.speechSynthesis || null;
    this.voice = null;
  }

  /** Look for a voice, now and when the browser has found more. @param {(ready: boolean) => void} tell */
  find(tell) {
    const look = () => {
      const here = this.speaker ? this.speaker.getVoices().filter((one) => one.localService) : [];
      const language = document.documentElement.lang;
      this.voice = here.find((one) => one.lang.startsWith(language)) || here[0] || null;
      tell(Boolean(this.voice));
    };
    look();
    if (this.speaker && this.speaker.addEventListener) this.speaker.addEventListener("voiceschanged", look);
  }

  /** Say a text in place of what is being said. @param {string} text */
  say(text) {
    if (!this.on || !this.voice || !text) return;
    this.speaker.cancel();
    const words = new SpeechSynthesisUtterance(text);
    words.voice = this.voice;
    words.lang = this.voice.lang;
    this.speaker.speak(words);
  }

  /** Be silent. */
  stop() {
    if (this.speaker) this.speaker.cancel();
  }
}
