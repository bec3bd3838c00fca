package hallmonitor.moderation.casework.past;

import hallmonitor.moderation.casework.past.PastThread.Entry;
import hallmonitor.moderation.casework.past.StandingComment.PastState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one post and its thread, without any words. In what order it arrived makes no
 * difference, except for what happened to the same thing at the same moment.
 *
 * @param written when the platform says that the post was published; empty if it does not say
 * @param versions of the post in any order, kept in that of time
 * @param comments in any order
 */
public record PastPost(
    Optional<Instant> written, List<PastText> versions, List<StandingComment> comments) {
  /** Among comments that were found in one read, later ones have larger ids. */
  private static final Comparator<StandingComment> ORDER =
      Comparator.comparing(StandingComment::from)
          .thenComparing(c -> c.id().length())
          .thenComparing(StandingComment::id);

  public PastPost {
    Objects.requireNonNull(written, "written");
    versions = versions.stream().sorted(Comparator.comparing(PastText::at)).toList();
    comments = comments.stream().sorted(ORDER).toList();
  }

  /** Returns each moment when something changed, in any order. */
  private Stream<Instant> changes() {
    return Stream.of(
            versions.stream().skip(1).map(PastText::at),
            postFrom().stream(),
            comments.stream().flatMap(StandingComment::changes))
        .flatMap(moments -> moments);
  }

  /** Returns since when the post stands there; empty if none of its versions is known. */
  private Optional<Instant> postFrom() {
    return versions.stream()
        .findFirst()
        .map(PastText::at)
        .map(read -> written.filter(w -> w.isBefore(read)).orElse(read));
  }

  /** Returns the first moment that is known; empty if nothing is. */
  public Optional<Instant> beginning() {
    return changes().min(Comparator.naturalOrder());
  }

  /** Returns the last change before a moment. */
  public Optional<Instant> changeBefore(Instant moment) {
    return changes().filter(at -> at.isBefore(moment)).max(Comparator.naturalOrder());
  }

  /** Returns the first change after a moment. */
  public Optional<Instant> changeAfter(Instant moment) {
    return changes().filter(at -> at.isAfter(moment)).min(Comparator.naturalOrder());
  }

  /** Returns how it was at a moment. */
  public PastThread at(Instant moment) {
    Map<String, StandingComment> there = new LinkedHashMap<>();
    Map<String, PastState> states = new HashMap<>();
    for (StandingComment comment : comments) {
      comment
          .at(moment)
          .ifPresent(
              state -> {
                there.put(comment.id(), comment);
                states.put(comment.id(), state);
              });
    }
    List<PastText> until =
        postFrom().filter(from -> !from.isAfter(moment)).isPresent()
            ? Stream.concat(
                    versions.stream().limit(1),
                    versions.stream().skip(1).filter(v -> !v.at().isAfter(moment)))
                .toList()
            : List.of();
    return new PastThread(newest(until, 0), newest(until, 1), nested(there, states));
  }

  private static Optional<PastText> newest(List<PastText> texts, int before) {
    int index = texts.size() - 1 - before;
    return index < 0 ? Optional.empty() : Optional.of(texts.get(index));
  }

  private static List<Entry> nested(
      Map<String, StandingComment> there, Map<String, PastState> states) {
    Map<String, List<StandingComment>> replies = new HashMap<>();
    List<StandingComment> tops = new ArrayList<>();
    for (StandingComment comment : there.values()) {
      String parent = parentAmong(there, comment);
      if (parent == null) {
        tops.add(comment);
      } else {
        replies.computeIfAbsent(parent, any -> new ArrayList<>()).add(comment);
      }
    }
    Map<String, Entry> placed = new LinkedHashMap<>();
    tops.forEach(top -> place(top, replies, states, placed));
    // Comments that answer one another in a circle hang on none of these.
    there.values().forEach(left -> place(left, replies, states, placed));
    return List.copyOf(placed.values());
  }

  private static @Nullable String parentAmong(
      Map<String, StandingComment> there, StandingComment comment) {
    String parent = comment.parent();
    return parent == null || parent.equals(comment.id()) || !there.containsKey(parent)
        ? null
        : parent;
  }

  private record Due(StandingComment comment, int depth, boolean strayed) {}

  /** Without recursion: replies may stand as deep as strangers like. */
  private static void place(
      StandingComment top,
      Map<String, List<StandingComment>> replies,
      Map<String, PastState> states,
      Map<String, Entry> placed) {
    Deque<Due> due = new ArrayDeque<>();
    due.push(new Due(top, 0, top.parent() != null));
    while (!due.isEmpty()) {
      Due next = due.pop();
      String id = next.comment().id();
      PastState state = states.get(id);
      if (state == null || placed.containsKey(id)) {
        continue;
      }
      placed.put(id, new Entry(next.comment(), state, next.depth(), next.strayed()));
      List<StandingComment> answers = replies.getOrDefault(id, List.of());
      for (int i = answers.size() - 1; i >= 0; i--) {
        due.push(new Due(answers.get(i), next.depth() + 1, false));
      }
    }
  }
}
