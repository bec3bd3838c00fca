package hallmonitor.moderation.console.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of a segment's numbered places. */
final class SegmentPlaces {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}|<(\\d+)>|</(\\d+)>");

  /** For each number, from 1: the start, and the end for an element with words. */
  private final List<String[]> places = new ArrayList<>();

  /** Returns the English of a segment, with its places. */
  String key(List<SegmentNode> nodes) {
    StringBuilder key = new StringBuilder();
    for (SegmentNode node : nodes) {
      if (node instanceof SegmentNode.Text text) {
        key.append(text.source());
      } else if (node instanceof SegmentNode.Element element && element.hasWords()) {
        places.add(new String[] {element.open(), element.close()});
        int number = places.size();
        String inner = key(element.nodes());
        key.append('<').append(number).append('>').append(inner);
        key.append("</").append(number).append('>');
      } else {
        places.add(new String[] {node.source()});
        key.append('{').append(places.size()).append('}');
      }
    }
    return key.toString();
  }

  /**
   * Fills the Spanish with the content of its places.
   *
   * @throws IllegalArgumentException if its places are not exactly those of the English
   */
  String fill(String english, String spanish) {
    String other = PLACE.matcher(spanish).replaceAll("");
    if (!in(english).equals(in(spanish)) || other.contains("{") || other.contains("}")) {
      throw new IllegalArgumentException(
          "The Spanish of '%s' needs the same places, once each: '%s'".formatted(english, spanish));
    }
    return PLACE.matcher(spanish).replaceAll(place -> Matcher.quoteReplacement(source(place)));
  }

  private String source(MatchResult place) {
    boolean start = place.group(3) == null;
    String number = start ? or(place.group(1), place.group(2)) : place.group(3);
    return places.get(Integer.parseInt(number) - 1)[start ? 0 : 1];
  }

  private static String or(String first, String second) {
    return first == null ? second : first;
  }

  /** Returns the places of a text, in a language-independent order. */
  static List<String> in(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
