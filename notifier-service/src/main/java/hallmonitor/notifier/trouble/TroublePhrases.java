package hallmonitor.notifier.trouble;

import hallmonitor.notifier.notice.PlainText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.notice.NoticePhrases;
import java.util.Map;

/** What a trouble is called and what to do about it, in one language. */
record TroublePhrases(NoticePhrases phrases, Trouble trouble) {
  private static final int LONGEST = 120;
  private static final int LONGEST_NAME = 80;

  /** Returns what is wrong, such as <i>A part of Hall Monitor has stopped: reading accounts</i>. */
  String title() {
    String name =
        phrases.fill(phrases.say("trouble.name", trouble.about()), Map.of("id", trouble.about()));
    return PlainText.line(
        phrases.fill(phrases.say("trouble.title." + trouble.kind()), Map.of("id", name)),
        2 * LONGEST);
  }

  /** Returns the title, with what the letter says of it. */
  String heading() {
    return switch (trouble.occasion()) {
      case BEGAN -> PlainText.line(title(), LONGEST);
      case STILL -> PlainText.line(phrases.say("label.reminded") + ": " + title(), LONGEST);
      case OVER -> PlainText.line(phrases.say("trouble.over") + ": " + title(), LONGEST);
    };
  }

  String todo() {
    if (trouble.over()) {
      return phrases.say("trouble.todo.over");
    }
    return trouble.kind().equals("late")
        ? phrases.say("trouble.todo.late", trouble.about())
        : phrases.say("trouble.todo." + trouble.kind());
  }

  String urgency() {
    if (trouble.over()) {
      return phrases.say("trouble.urgency.over");
    }
    return phrases.say(trouble.urgent() ? "trouble.urgency.urgent" : "trouble.urgency.ordinary");
  }

  /** Returns why, marked as English where the reader's language is another. */
  String why() {
    return phrases.fill(phrases.say("in-english"), Map.of("title", trouble.why()));
  }

  /** Returns a phrase of messages by phone and to tools. */
  String message(String key, District district, String link) {
    return phrases.fill(
        phrases.say(key),
        Map.of(
            "what",
            heading(),
            "todo",
            todo(),
            "district",
            PlainText.line(district.name(), LONGEST_NAME),
            "link",
            link));
  }
}
