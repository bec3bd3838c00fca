package hallmonitor.ingest.connector.mediawiki;

import hallmonitor.ingest.connector.mediawiki.LineDiff.Hunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who wrote which line of a talk page, followed through its revisions. A line that its own author
 * rewrites stays part of the same comment; a line that someone else rewrites becomes that person's.
 */
final class TalkPage {
  /** Lines from before the first revision that was followed, and empty ones. */
  static final long NOBODY = 0;

  private static final Duration EDITABLE = Duration.ofHours(48);

  private record Line(String text, long owner) {}

  /**
   * A comment that was hidden by this service.
   *
   * @param lines as they were
   * @param above the line above them; empty at the top
   * @param by the revision that removed them
   */
  record Hidden(List<String> lines, Optional<String> above, long by) {}

  private final long id;
  private final String title;
  private final String moderator;
  private final TreeMap<Long, PageRevision> revisions = new TreeMap<>();
  private final Map<Long, Hidden> hidden = new LinkedHashMap<>();
  private final Set<String> replies = new LinkedHashSet<>();
  private List<Line> lines;

  /**
   * Starts to follow a page.
   *
   * @param before its text before the first followed revision
   * @param moderator the user who leaves marks in summaries
   */
  TalkPage(long id, String title, String before, String moderator) {
    this.id = id;
    this.title = title;
    this.moderator = moderator;
    this.lines = split(before).stream().map(l -> new Line(l, NOBODY)).toList();
  }

  long id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Returns the newest revision that was followed, or 0. */
  long latest() {
    return revisions.isEmpty() ? 0 : revisions.lastKey();
  }

  /** Returns when the first revision that was followed was saved. */
  Instant oldest() {
    return Objects.requireNonNull(revisions.get(revisions.firstKey())).at();
  }

  /** Follows a revision. A known one changes nothing. */
  void follow(PageRevision revision, String text) {
    if (revision.id() <= latest()) {
      return;
    }
    Optional<Mark> mark =
        revision.user().equals(moderator) ? Mark.in(revision.summary()) : Optional.empty();
    List<String> after = split(text);
    List<Line> next = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : LineDiff.between(texts(), after)) {
      next.addAll(lines.subList(at, hunk.oldFrom()));
      mark.ifPresent(m -> noteHidden(m, hunk, revision.id()));
      long owner = owner(revision, hunk, mark);
      for (String line : after.subList(hunk.newFrom(), hunk.newTo())) {
        next.add(new Line(line, line.isBlank() ? NOBODY : owner));
      }
      at = hunk.oldTo();
    }
    next.addAll(lines.subList(at, lines.size()));
    lines = List.copyOf(next);
    revisions.put(revision.id(), revision);
    mark.filter(m -> m.kind() == Mark.Kind.SHOW).ifPresent(m -> hidden.remove(m.revision()));
    mark.filter(m -> m.kind() == Mark.Kind.REPLY).ifPresent(m -> replies.add(m.value()));
  }

  private void noteHidden(Mark mark, Hunk hunk, long by) {
    List<String> taken =
        lines.subList(hunk.oldFrom(), hunk.oldTo()).stream()
            .filter(l -> mark.kind() == Mark.Kind.HIDE && l.owner() == mark.revision())
            .map(Line::text)
            .toList();
    if (!taken.isEmpty()) {
      Optional<String> above =
          hunk.oldFrom() == 0
              ? Optional.empty()
              : Optional.of(lines.get(hunk.oldFrom() - 1).text());
      hidden.merge(mark.revision(), new Hidden(taken, above, by), TalkPage::together);
    }
  }

  private static Hidden together(Hidden one, Hidden more) {
    List<String> all = new ArrayList<>(one.lines());
    all.addAll(more.lines());
    return new Hidden(List.copyOf(all), one.above(), one.by());
  }

  private long owner(PageRevision revision, Hunk hunk, Optional<Mark> mark) {
    if (mark.filter(m -> m.kind() == Mark.Kind.SHOW).isPresent()) {
      return mark.get().revision();
    }
    return lines.subList(hunk.oldFrom(), hunk.oldTo()).stream()
        .map(Line::owner)
        .filter(o -> revision(o).filter(earlier -> isEdit(earlier, revision)).isPresent())
        .findFirst()
        .orElse(revision.id());
  }

  /** Text that is rewritten later becomes a separate comment, so that it is judged as one. */
  private static boolean isEdit(PageRevision earlier, PageRevision later) {
    return earlier.user().equals(later.user()) && later.at().isBefore(earlier.at().plus(EDITABLE));
  }

  /** Returns the comments in their order on the page, then the hidden ones. */
  Set<Long> comments() {
    Set<Long> ids = new LinkedHashSet<>();
    lines.stream().map(Line::owner).filter(o -> o != NOBODY).forEach(ids::add);
    ids.addAll(hidden.keySet());
    ids.retainAll(revisions.keySet());
    return ids;
  }

  /** Returns the comment's lines as they are on the page; none if it is hidden or gone. */
  List<String> shown(long comment) {
    return lines.stream().filter(l -> l.owner() == comment).map(Line::text).toList();
  }

  Optional<Hidden> hidden(long comment) {
    return shown(comment).isEmpty() ? Optional.ofNullable(hidden.get(comment)) : Optional.empty();
  }

  Optional<PageRevision> revision(long id) {
    return Optional.ofNullable(revisions.get(id));
  }

  /** Returns the revisions between two, including the first but not the last. */
  List<Long> between(long from, long until) {
    return revisions.keySet().stream().filter(r -> r >= from && r < until).toList();
  }

  boolean hasReply(String action) {
    return replies.contains(action);
  }

  /** Returns the comment that another one answers: the nearest above it that is less indented. */
  Optional<Long> parent(long comment) {
    int at = first(comment);
    if (at < 0) {
      return Optional.empty();
    }
    int depth = WikiText.depth(lines.get(at).text());
    for (int i = at - 1; i >= 0 && depth > 0; i--) {
      Line line = lines.get(i);
      if (WikiText.isHeading(line.text())) {
        return Optional.empty();
      }
      if (!line.text().isBlank()
          && line.owner() != comment
          && WikiText.depth(line.text()) < depth) {
        return line.owner() == NOBODY ? Optional.empty() : Optional.of(line.owner());
      }
    }
    return Optional.empty();
  }

  private int first(long comment) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).owner() == comment && !WikiText.isHeading(lines.get(i).text())) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the page's text without a comment. */
  String without(long comment) {
    return join(lines.stream().filter(l -> l.owner() != comment).map(Line::text).toList());
  }

  /** Returns the page's text with a hidden comment where it was, or at the end. */
  String with(Hidden comment) {
    List<String> all = new ArrayList<>(texts());
    int above = comment.above().map(all::lastIndexOf).orElse(-1);
    int at = comment.above().isPresent() && above < 0 ? all.size() : above + 1;
    all.addAll(at, comment.lines());
    return join(all);
  }

  /** Returns the page's text with an answer below a comment, one step deeper. */
  String withAnswer(long comment, String answer) {
    List<String> all = new ArrayList<>(texts());
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).owner() == comment ? i : last;
    }
    all.add(last + 1, ":".repeat(WikiText.depth(all.get(last)) + 1) + answer);
    return join(all);
  }

  private List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }

  private static List<String> split(String text) {
    return List.of(text.split("\n", -1));
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines);
  }
}
