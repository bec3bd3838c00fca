package hallmonitor.moderation.casework.past;

import hallmonitor.moderation.casework.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened under one post, as events with their times. It is told in two ways: as the archive
 * keeps it, and by playing the events one by one.
 *
 * @param events in the order in which they happened; several may have happened in one second
 */
public record PlayedHistory(List<Event> events) {
  public static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

  public enum What {
    POST_READ,
    COMMENT_READ,
    HISTORY_READ,
    EDITED,
    RETURNED,
    SEEN_HIDDEN,
    SEEN_VISIBLE,
    SEEN_DELETED,
    HIDE_CONFIRMED,
    RESTORE_CONFIRMED
  }

  /**
   * One event.
   *
   * @param number its place among all
   * @param at seconds since the start
   * @param earlier seconds between an order and its confirmation, or between writing and reading
   */
  public record Event(int number, int at, What what, int comment, int parent, int earlier) {
    public Instant time() {
      return START.plusSeconds(at);
    }

    public String id() {
      return "c" + comment;
    }

    public String text() {
      return "r" + number;
    }

    private Optional<PastOrder> order() {
      return what == What.HIDE_CONFIRMED || what == What.RESTORE_CONFIRMED
          ? Optional.of(new PastOrder(new UUID(comment, number), START.plusSeconds(at - earlier)))
          : Optional.empty();
    }

    public Visibility visibility() {
      return switch (what) {
        case SEEN_HIDDEN, HIDE_CONFIRMED -> Visibility.HIDDEN;
        case SEEN_DELETED -> Visibility.DELETED;
        default -> Visibility.VISIBLE;
      };
    }
  }

  /** Puts events in order: by time, and those of one second as they are given. */
  public static PlayedHistory of(List<Event> given) {
    List<Event> sorted = given.stream().sorted(Comparator.comparing(Event::at)).toList();
    List<Event> numbered = new ArrayList<>();
    for (Event e : sorted) {
      numbered.add(
          new Event(numbered.size(), e.at(), e.what(), e.comment(), e.parent(), e.earlier()));
    }
    return new PlayedHistory(numbered);
  }

  /** Returns what the archive has of it. */
  PastPost archived() {
    List<PastText> versions = new ArrayList<>();
    Map<String, StandingComment> comments = new LinkedHashMap<>();
    Map<String, String> firstTexts = new HashMap<>();
    for (Event e : events) {
      StandingComment known = comments.get(e.id());
      switch (e.what()) {
        case POST_READ -> versions.add(new PastText("v" + e.number(), e.time()));
        case COMMENT_READ, HISTORY_READ -> {
          if (known == null) {
            comments.put(e.id(), read(e));
            firstTexts.put(e.id(), e.text());
          }
        }
        case EDITED, RETURNED -> {
          if (known != null) {
            String name = e.what() == What.EDITED ? e.text() : firstTexts.get(e.id());
            List<PastText> texts = new ArrayList<>(known.texts());
            // An edit is archived as a revision, and noted as a change.
            texts.add(new PastText(name, e.time()));
            texts.add(new PastText(name, e.time()));
            comments.put(e.id(), with(known, texts, known.sights()));
          }
        }
        default -> {
          if (known != null) {
            List<PastSight> sights = new ArrayList<>(known.sights());
            sights.add(new PastSight(e.time(), e.visibility(), e.order()));
            comments.put(e.id(), with(known, known.texts(), sights));
          }
        }
      }
    }
    return new PastPost(Optional.empty(), versions, List.copyOf(comments.values()));
  }

  private static StandingComment read(Event e) {
    return new StandingComment(
        e.id(),
        e.parent() < 0 ? null : "c" + e.parent(),
        e.time(),
        e.what() == What.HISTORY_READ
            ? Optional.of(e.time().minusSeconds(e.earlier()))
            : Optional.empty(),
        List.of(new PastText(e.text(), e.time())),
        List.of());
  }

  private static StandingComment with(
      StandingComment c, List<PastText> texts, List<PastSight> sights) {
    return new StandingComment(c.id(), c.parent(), c.firstRead(), c.written(), texts, sights);
  }

  /** A comment while the events are played. */
  private static final class Standing {
    private final String id;
    private final Event read;
    private String text;
    private Visibility visibility = Visibility.VISIBLE;
    private Instant since;
    private String cause = "";
    private boolean changed;

    private Standing(Event read) {
      this.id = read.id();
      this.read = read;
      this.text = read.text();
      this.since = read.time();
    }

    private long from() {
      return read.at() - (read.what() == What.HISTORY_READ ? read.earlier() : 0);
    }
  }

  /**
   * Plays the events until a moment and tells what stands there, a line for each comment.
   *
   * @param second since the start
   */
  public List<String> played(int second, boolean publicly) {
    String post = "";
    Map<String, Standing> all = new LinkedHashMap<>();
    for (Event e : events) {
      // What was there before it was read is told as it was read, so these events come first.
      boolean fromHistory = e.what() == What.HISTORY_READ && e.at() - e.earlier() <= second;
      Standing it = all.get(e.id());
      boolean atItsReading = e.what() != What.POST_READ && it != null && e.at() == it.read.at();
      if (e.at() > second && !fromHistory && !atItsReading) {
        continue;
      }
      switch (e.what()) {
        case POST_READ -> post = "v" + e.number();
        case COMMENT_READ, HISTORY_READ -> {
          if (it == null && events.stream().noneMatch(o -> isReadBefore(o, e))) {
            all.put(e.id(), new Standing(e));
          }
        }
        case EDITED -> {
          if (it != null) {
            it.text = e.text();
          }
        }
        case RETURNED -> {
          if (it != null) {
            it.text = it.read.text();
          }
        }
        default -> {
          if (it != null) {
            saw(it, e);
          }
        }
      }
    }
    all.values().forEach(it -> confirmLater(it, second));
    List<String> lines = new ArrayList<>(List.of("post " + post));
    Map<String, List<Standing>> under = new HashMap<>();
    for (Standing it : all.values()) {
      String parent = it.read.parent() < 0 ? "" : "c" + it.read.parent();
      under
          .computeIfAbsent(all.containsKey(parent) ? parent : "", any -> new ArrayList<>())
          .add(it);
    }
    tell("", 0, under, publicly, lines);
    return lines;
  }

  private static boolean isReadBefore(Event other, Event e) {
    return other.comment() == e.comment()
        && (other.what() == What.COMMENT_READ || other.what() == What.HISTORY_READ)
        && other.number() < e.number();
  }

  private static void saw(Standing it, Event e) {
    if (it.visibility != e.visibility()) {
      it.visibility = e.visibility();
      it.changed = e.at() > it.read.at();
      it.since = e.time();
      it.cause = e.order().map(o -> o.actionId().toString()).orElse("");
    } else if (it.cause.isEmpty() && it.changed) {
      it.cause =
          e.order()
              .filter(o -> !o.orderedAt().isAfter(it.since))
              .map(o -> o.actionId().toString())
              .orElse("");
    }
  }

  /** What was seen at that moment may be confirmed later, as long as it stays so. */
  private void confirmLater(Standing it, int second) {
    for (Event e : events) {
      boolean sight = e.what().compareTo(What.RETURNED) > 0 && e.comment() == it.read.comment();
      if (sight && e.at() > Math.max(second, it.read.at())) {
        if (e.visibility() != it.visibility) {
          return;
        }
        saw(it, e);
      }
    }
  }

  /** Returns whether anything under there is seen by the public. */
  private static boolean tell(
      String parent,
      int depth,
      Map<String, List<Standing>> under,
      boolean publicly,
      List<String> lines) {
    boolean any = false;
    List<Standing> here = new ArrayList<>(under.getOrDefault(parent, List.of()));
    here.sort(
        Comparator.comparing(Standing::from)
            .thenComparing(s -> s.id.length())
            .thenComparing(s -> s.id));
    for (Standing it : here) {
      int place = lines.size();
      boolean below = tell(it.id, depth + 1, under, publicly, lines);
      boolean seen = it.visibility == Visibility.VISIBLE;
      if (!publicly || seen || below) {
        lines.add(place, line(depth, it.id, it.text, it.visibility, it.since, it.cause));
      }
      any |= seen || below;
    }
    return any;
  }

  public static String line(
      int depth, String id, String text, Visibility visibility, Instant since, String cause) {
    return "%s%s %s %s since %s by %s"
        .formatted("  ".repeat(depth), id, text, visibility, since, cause);
  }
}
