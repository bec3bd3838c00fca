package hallmonitor.system.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands of a document: the lines of its {@code sh} and {@code console} blocks, and inline
 * code that passes arguments to Maven or to one of the project's scripts.
 */
final class CommandLines {
  private static final Set<String> SHELL = Set.of("sh", "console");
  private static final String OUTSIDE_QUOTES = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
  private static final Pattern REMARK = Pattern.compile("(^|\\s)#" + OUTSIDE_QUOTES + ".*$");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:&&|\\|\\||[;|])\\s*" + OUTSIDE_QUOTES);
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
  private static final Pattern IN_A_SENTENCE =
      Pattern.compile("`((?:mvn|deploy/[\\w/-]+)\\s[^`]+)`");
  private static final Pattern SETTING = Pattern.compile("^(?:[A-Z_]+=\\S*\\s+)+");

  private CommandLines() {}

  /** One command without its prompt, comment, and redirections; quoted words are one. */
  record Command(int number, String text) {
    List<String> words() {
      return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
  }

  /** In a {@code console} block only lines with a prompt are commands; the rest is output. */
  static List<Command> of(MarkdownFile document) {
    List<Command> commands = new ArrayList<>();
    for (MarkdownFile.Block block : document.blocks()) {
      if (SHELL.contains(block.language())) {
        boolean prompts = block.language().equals("console");
        for (MarkdownFile.Line line : joined(block.lines())) {
          if (!prompts || line.text().startsWith("$ ")) {
            addAll(commands, line);
          }
        }
      }
    }
    commands.addAll(inSentences(document));
    return commands;
  }

  /** Inline code may continue in the next line of its paragraph. */
  private static List<Command> inSentences(MarkdownFile document) {
    List<Command> commands = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    int first = 0;
    List<MarkdownFile.Line> lines = new ArrayList<>(document.prose());
    lines.add(new MarkdownFile.Line(0, ""));
    for (MarkdownFile.Line line : lines) {
      if (!line.text().isBlank()) {
        first = paragraph.isEmpty() ? line.number() : first;
        paragraph.append(line.text()).append('\n');
      } else {
        int start = first;
        String text = paragraph.toString();
        IN_A_SENTENCE
            .matcher(text)
            .results()
            .map(code -> new Command(start + breaks(text, code.start()), flat(code.group(1))))
            .forEach(commands::add);
        paragraph.setLength(0);
      }
    }
    return commands;
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", " ");
  }

  private static int breaks(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private static void addAll(List<Command> commands, MarkdownFile.Line line) {
    String text = REMARK.matcher(line.text().replaceFirst("^\\$ ", "")).replaceFirst("");
    for (String one : BETWEEN.split(text)) {
      String command = SETTING.matcher(one.strip()).replaceFirst("");
      if (!command.isEmpty()) {
        commands.add(new Command(line.number(), command));
      }
    }
  }

  /** Joins lines that end with a backslash. */
  private static List<MarkdownFile.Line> joined(List<MarkdownFile.Line> lines) {
    List<MarkdownFile.Line> joined = new ArrayList<>();
    String begun = "";
    for (MarkdownFile.Line line : lines) {
      String text = begun + line.text().strip();
      if (text.endsWith("\\")) {
        begun = text.substring(0, text.length() - 1);
      } else {
        joined.add(new MarkdownFile.Line(line.number(), text));
        begun = "";
      }
    }
    return joined;
  }
}
