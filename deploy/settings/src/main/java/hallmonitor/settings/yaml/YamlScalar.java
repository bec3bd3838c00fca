package hallmonitor.settings.yaml;

import java.util.regex.Pattern;

/** Writes a text as a YAML scalar that always reads back as text. */
public final class YamlScalar {
  /** Text that YAML reads back unchanged without quotes in any context. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\p{L}([\\p{L}\\p{N}' -]*[\\p{L}\\p{N}])?"
              + "|[A-Za-z][A-Za-z0-9._@-]*[A-Za-z0-9]"
              + "|[0-9]+([A-Za-z]+|-[0-9]{2}-[0-9]{2})?");

  private static final Pattern NOT_TEXT = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private YamlScalar() {}

  /** Returns the scalar, without quotes if that is safe. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches() ? text : quoted(text);
  }

  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(String.format("\\U%08x", c));
              }
            });
    return quoted.append('"').toString();
  }

  /** Returns whether the text is readable in a file without escapes. */
  public static boolean isPrintable(String text) {
    return text.codePoints().allMatch(YamlScalar::isPrintable);
  }

  /** Rejects direction marks and the like, which YAML allows but readers cannot see. */
  private static boolean isPrintable(int c) {
    int type = Character.getType(c);
    return c >= ' '
        && type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE;
  }
}
