package hallmonitor.system.docs;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of a {@code console} block with the answer that the document shows.
 *
 * @param place document and line
 * @param answer its lines; three dots stand for the rest of the line
 */
record ShellExample(String place, String command, String answer) {
  private static final String PROMPT = "$ ";

  /** Returns the examples of a document, in order. */
  static List<ShellExample> of(MarkdownFile document) {
    List<ShellExample> examples = new ArrayList<>();
    for (MarkdownFile.Block block : document.blocks()) {
      if (block.language().equals("console")) {
        for (int i = 0; i < block.lines().size(); i++) {
          if (isCommand(block.lines().get(i))) {
            examples.add(at(document, block.lines().subList(i, block.lines().size())));
          }
        }
      }
    }
    return examples;
  }

  private static ShellExample at(MarkdownFile document, List<MarkdownFile.Line> lines) {
    MarkdownFile.Line first = lines.get(0);
    String answer =
        lines.stream()
            .skip(1)
            .takeWhile(line -> !isCommand(line))
            .map(line -> line.text().strip())
            .collect(joining("\n"));
    return new ShellExample(
        document.at(first.number()), first.text().strip().substring(PROMPT.length()), answer);
  }

  private static boolean isCommand(MarkdownFile.Line line) {
    return line.text().strip().startsWith(PROMPT);
  }

  /** Returns whether a program gave this answer. */
  boolean shows(String given) {
    return Stream.of(answer.split("\\.\\.\\.", -1))
        .map(Pattern::quote)
        .collect(joining(".*"))
        .transform(form -> given.strip().matches(form));
  }

  /** Names the example in reports of tests. */
  @Override
  public String toString() {
    return place + " " + command;
  }
}
