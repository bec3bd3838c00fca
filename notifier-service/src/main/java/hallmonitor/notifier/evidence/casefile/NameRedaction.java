package hallmonitor.notifier.evidence.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Replaces each student's name with a number, always the same: the full name in either order with
 * any separators, and each of its words alone, with or without accents, in any case. Removes too
 * much rather than too little. A text that hides a name in an encoding (HTML, percent, JSON
 * escapes) is withheld completely.
 */
public final class NameRedaction {
  static final String WITHHELD = "[withheld: a name in encoded form]";

  private static final int SHORTEST_WORD_ALONE = 3;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,4}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Rule(RedactedNames.Student student, Pattern pattern) {}

  private record Hit(int start, int end, RedactedNames.Student student) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Map<RedactedNames.Student, Integer> counts =
      new TreeMap<>(Comparator.comparingInt(RedactedNames.Student::number));
  private int withheld;

  public NameRedaction(RedactedNames names) {
    for (RedactedNames.Student student : names.students()) {
      counts.put(student, 0);
      List<String> parts = student.parts();
      if (parts.size() > 1) {
        rules.add(new Rule(student, joined(parts)));
        List<String> lastFirst = new ArrayList<>(parts.subList(1, parts.size()));
        lastFirst.add(parts.get(0));
        rules.add(new Rule(student, joined(lastFirst)));
      }
      for (String part : parts) {
        if (part.length() >= SHORTEST_WORD_ALONE || parts.size() == 1) {
          rules.add(
              new Rule(
                  student,
                  Pattern.compile("(?<!\\p{L})" + Pattern.quote(part) + "(?:s|'s)?(?!\\p{L})")));
        }
      }
    }
  }

  private static Pattern joined(List<String> parts) {
    return Pattern.compile(String.join(BETWEEN, parts.stream().map(Pattern::quote).toList()));
  }

  /** Returns how often each student's name was replaced. */
  Map<RedactedNames.Student, Integer> counts() {
    return counts;
  }

  int withheld() {
    return withheld;
  }

  /** Returns the text without the names. */
  public String text(String original) {
    if (ID.matcher(original).matches()) {
      return original;
    }
    String redacted = replace(original);
    for (String decoded : decoded(redacted)) {
      if (!decoded.equals(redacted) && !hits(FoldedText.of(decoded)).isEmpty()) {
        withheld++;
        return WITHHELD;
      }
    }
    return redacted;
  }

  /** Returns whether a name is in the text. */
  boolean finds(String text) {
    return !hits(FoldedText.of(text)).isEmpty()
        || decoded(text).stream().anyMatch(d -> !hits(FoldedText.of(d)).isEmpty());
  }

  private static List<String> decoded(String text) {
    List<String> all = new ArrayList<>();
    all.add(Parser.unescapeEntities(text, false));
    try {
      all.add(URLDecoder.decode(text, UTF_8));
    } catch (IllegalArgumentException e) {
      // not percent-encoded
    }
    all.add(
        ESCAPE
            .matcher(text)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(m.group(1), 16)))));
    return all;
  }

  /** Returns the same JSON with every text redacted; a platform's payload is parsed first. */
  public JsonNode json(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(n -> array.add(json(n)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              f -> {
                boolean payload = f.getKey().equals("raw") && f.getValue().isTextual();
                object.set(
                    text(f.getKey()),
                    payload
                        ? TextNode.valueOf(payload(f.getValue().textValue()))
                        : json(f.getValue()));
              });
      return object;
    }
    return node;
  }

  /**
   * Redacts a platform's answer inside if it is JSON; otherwise withholds it if it contains a name.
   */
  String payload(String raw) {
    try {
      JsonNode inside = JSON.readTree(raw);
      if (inside != null && inside.isContainerNode()) {
        return JSON.writeValueAsString(json(inside));
      }
    } catch (IOException e) {
      // not JSON: treated as text
    }
    return text(raw);
  }

  private String replace(String original) {
    FoldedText folded = FoldedText.of(original);
    List<Hit> hits = hits(folded);
    if (hits.isEmpty()) {
      return original;
    }
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (Hit hit : hits) {
      int start = folded.from()[hit.start()];
      text.append(original, done, start).append(hit.student().placeholder());
      counts.merge(hit.student(), 1, Integer::sum);
      done = folded.from()[hit.end()];
    }
    return text.append(original, done, original.length()).toString();
  }

  /** Returns the names found, without overlaps, the longest first where they start together. */
  private List<Hit> hits(FoldedText folded) {
    List<Hit> all = new ArrayList<>();
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(folded.text());
      while (matcher.find()) {
        all.add(new Hit(matcher.start(), matcher.end(), rule.student()));
      }
    }
    all.sort(Comparator.comparingInt(Hit::start).thenComparingInt(h -> -h.end()));
    List<Hit> kept = new ArrayList<>();
    int end = 0;
    for (Hit hit : all) {
      if (hit.start() >= end) {
        kept.add(hit);
        end = hit.end();
      } else if (hit.end() > end) {
        Hit last = kept.remove(kept.size() - 1);
        kept.add(new Hit(last.start(), hit.end(), last.student()));
        end = hit.end();
      }
    }
    return kept;
  }
}
