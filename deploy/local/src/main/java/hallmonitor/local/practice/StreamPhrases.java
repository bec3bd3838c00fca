package hallmonitor.local.practice;

import hallmonitor.local.practice.CommentStream.Tone;
import hallmonitor.local.web.TemplatePage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stream's sentences, from {@code phrases.txt}: sections in brackets, one sentence per line,
 * with {@code {slots}} that other sections fill. A few hundred lines give some hundred thousand
 * comments.
 */
final class StreamPhrases {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z-]+)}");
  private static final Map<String, List<String>> SECTIONS = read();

  private StreamPhrases() {}

  static String name(SplittableRandom random) {
    return fill("{name}", random);
  }

  static String text(Tone tone, boolean spanish, SplittableRandom random) {
    String section = tone.name().toLowerCase(java.util.Locale.ROOT) + (spanish ? "-es" : "-en");
    String text = fill("{" + section + "}", random);
    boolean second = (tone == Tone.HARMLESS || tone == Tone.HARSH) && random.nextDouble() < 0.35;
    return second ? text + " " + fill("{" + section + "}", random) : text;
  }

  private static String fill(String template, SplittableRandom random) {
    Matcher slot = SLOT.matcher(template);
    var text = new StringBuilder();
    while (slot.find()) {
      String section = slot.group(1);
      List<String> choices =
          Objects.requireNonNull(SECTIONS.get(section), () -> "phrases.txt lacks " + section);
      String chosen = fill(choices.get(random.nextInt(choices.size())), random);
      slot.appendReplacement(text, Matcher.quoteReplacement(chosen));
    }
    return slot.appendTail(text).toString();
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> current = new ArrayList<>();
    var file = TemplatePage.resource(StreamPhrases.class, "phrases.txt");
    for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.indexOf(']')), current);
      } else if (!line.isBlank() && !line.startsWith("//")) {
        current.add(line.strip());
      }
    }
    return sections;
  }
}
