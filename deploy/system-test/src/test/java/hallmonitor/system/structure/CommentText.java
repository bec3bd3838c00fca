package hallmonitor.system.structure;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prose in a source file or document. Code, strings and quotations are blanked, so that the
 * rest keeps its line.
 */
final class CommentText {
  private static final String STRINGS =
      "\"\"\"[\\s\\S]*?\"\"\""
          + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
          + "|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"
          + "|`[^`\\\\]*+(?:\\\\.[^`\\\\]*+)*+`";
  private static final String BLOCK = "/\\*[\\s\\S]*?\\*/";
  private static final Pattern JAVA = Pattern.compile(STRINGS + "|(" + BLOCK + "|//.*)");
  private static final Pattern CSS = Pattern.compile("(" + BLOCK + ")");
  private static final Pattern MARKUP = Pattern.compile("(\\{![\\s\\S]*?!}|<!--[\\s\\S]*?-->)");
  private static final Pattern SQL = Pattern.compile("(--.*)");
  private static final Pattern HASH = Pattern.compile("(?m)((?:^|(?<=\\s))#[ !].*)");

  /** Words of others, names in code, and addresses. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "```[\\s\\S]*?```|`[^`]{1,300}`|\"[^\"]{1,300}\"|\\{@code [^}]*}|<i>[\\s\\S]*?</i>"
              + "|(?<![\\w*/])\\*(?=[\\w¿¡])[^*]{1,300}\\*|]\\([^)]*\\)");

  private static final Pattern READ =
      Pattern.compile("[^.]+|.+\\.(?:md|java|js|css|html|xml|sql|ya?ml|properties|sh|py|txt)");

  private CommentText() {}

  /** Returns whether files of this name can have prose. */
  static boolean isRead(Path file) {
    return READ.matcher(file.getFileName().toString()).matches();
  }

  /**
   * Returns the prose of a file, with as many lines as the file.
   *
   * @param name the file's name, which tells how it is commented; prose of unknown files is blank
   */
  static String of(String name, String content) {
    String prose =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "md" -> content;
          case "java", "js" -> comments(JAVA, content);
          case "css" -> comments(CSS, content);
          case "html", "xml" -> comments(MARKUP, content);
          case "sql" -> comments(SQL, content);
          case "yaml", "yml", "properties", "sh", "py", "txt" -> comments(HASH, content);
          default -> content.startsWith("#!") ? comments(HASH, content) : "";
        };
    return QUOTED.matcher(prose).replaceAll(quoted -> blank(quoted.group()));
  }

  private static String comments(Pattern pattern, String content) {
    StringBuilder prose = new StringBuilder();
    Matcher found = pattern.matcher(content);
    int end = 0;
    while (found.find()) {
      if (found.group(1) != null) {
        prose.append(blank(content.substring(end, found.start()))).append(found.group(1));
        end = found.end();
      }
    }
    return prose.append(blank(content.substring(end))).toString();
  }

  private static String blank(String text) {
    return text.replaceAll("\\S", " ");
  }
}
