package hallmonitor.moderation.console.language;

/** Reduces a bilingual template to its English. */
final class InEnglish {
  private static final String SPANISH = "{#if words:spanish}";
  private static final String ELSE = "{#else}";

  private InEnglish() {}

  /** Resolves one choice after the other, innermost first. */
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
