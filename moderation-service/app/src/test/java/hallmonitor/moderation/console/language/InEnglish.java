package hallmonitor.moderation.console.language;

/** What is left of a template that speaks both languages for whoever reads English. */
final class InEnglish {
  private static final String SPANISH = "{#if words:spanish}";
  private static final String ELSE = "{#else}";

  private InEnglish() {}

  /** One choice after the other, the innermost first. */
  static String of(String both) {
    String text = both;
    int at = text.lastIndexOf(SPANISH);
    while (at >= 0) {
      int english = text.indexOf(ELSE, at);
      int end = text.indexOf("{/if}", english);
      text =
          text.substring(0, at)
              + text.substring(english + ELSE.length(), end)
              + text.substring(end + "{/if}".length());
      at = at == 0 ? -1 : text.lastIndexOf(SPANISH, at - 1);
    }
    return text;
  }
}
