package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.privacy.PrivateFactDetector;
import hallmonitor.moderation.finding.privacy.PrivatePlace;
import hallmonitor.moderation.finding.privacy.PrivatePlace.Kind;
import hallmonitor.moderation.finding.privacy.ShapeDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is private in a text besides names. */
final class PrivatePlaces {
  /**
   * Such as {@code live at 214}, which says where a person lives, and nothing of their health or
   * family. That someone lives in a trailer or a shelter tells of both.
   */
  private static final Pattern LIVES =
      Pattern.compile(
          "(?:lives?|living|sleeps?|stays?|staying)\\b.*(?:\\d|\\b(?:street|st|ave|avenue|road|rd|lane|drive|court"
              + "|apartments?|apt|park)\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private PrivatePlaces() {}

  /**
   * Returns them in no order; some overlap.
   *
   * @param names where the text names people
   */
  static List<PrivatePlace> in(Comment comment, PrivateFactDetector facts, List<Span> names) {
    List<PrivatePlace> places = new ArrayList<>(ShapeDetector.places(comment.text()));
    List<Span> addresses =
        places.stream().filter(p -> p.kind() == Kind.ADDRESS).map(PrivatePlace::span).toList();
    for (PrivatePlace fact : facts.places(comment)) {
      if (!LIVES.matcher(fact.span().of(comment.text())).matches()) {
        places.add(fact);
      } else if (addresses.stream().noneMatch(address -> overlap(address, fact.span()))) {
        places.add(new PrivatePlace(Kind.ADDRESS, fact.span()));
      }
    }
    IllnessPlaces.in(comment.text(), names)
        .forEach(span -> places.add(new PrivatePlace(Kind.MATTER, span)));
    return places;
  }

  private static boolean overlap(Span one, Span other) {
    return one.from() < other.to() && other.from() < one.to();
  }
}
