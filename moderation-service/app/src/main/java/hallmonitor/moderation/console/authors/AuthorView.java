package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.author.AuthorFigures;
import hallmonitor.moderation.casework.author.AuthorFigures.UsedName;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.moderation.store.authors.AuthorLooks.Look;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of an author.
 *
 * @param name that was used last; empty if there was none
 * @param look what the viewer opened the page for
 * @param figures of the newest comments; of later pages nothing is counted
 * @param counted whether all comments are in the figures
 * @param lines the comments of this page
 * @param show what is shown of them; empty for all
 * @param next where the next page begins; empty on the last one
 * @param first whether this is the first page
 * @param rules when the district blocks
 */
public record AuthorView(
    SeenPerson person,
    String name,
    Look look,
    AuthorFigures figures,
    boolean counted,
    List<AuthorLine> lines,
    String show,
    String next,
    boolean first,
    AuthorRecord record,
    AuthorMergeView merges,
    ReplyTexts rules) {
  /** Some change their name with each comment. */
  private static final int NAMES = 50;

  /** A choice of what is shown, with how many there are. */
  public record Choice(String code, CharSequence label, long number) {
    public String getCount() {
      return DisplayLabels.count(number);
    }
  }

  /** Choices of one sort. */
  public record Choices(Sentence name, List<Choice> all) {}

  public AuthorView {
    lines = List.copyOf(lines);
  }

  public SeenAuthor getAuthor() {
    return person.first();
  }

  /** Returns the names that were used last. */
  public List<UsedName> getNames() {
    return figures.names().stream().limit(NAMES).toList();
  }

  /** Returns how many names more there are. */
  public int getMoreNames() {
    return Math.max(0, figures.names().size() - NAMES);
  }

  public long getWritten() {
    return figures.written();
  }

  public String getWrittenCount() {
    return DisplayLabels.count(figures.written());
  }

  public @Nullable Instant getFirstSeen() {
    return figures.first().orElse(null);
  }

  public @Nullable Instant getLastSeen() {
    return figures.last().orElse(null);
  }

  public String getMost() {
    return DisplayLabels.count(AuthorStretch.MOST);
  }

  public boolean isMerged() {
    return !merges.members().isEmpty();
  }

  /** Returns what can be shown, each sort with its numbers. */
  public List<Choices> getChoices() {
    return List.of(
        choices(
            Sentence.of("Kind"),
            figures.byKind(),
            code -> code.equals("reply") ? Sentence.of("Replies") : Sentence.of("Comments")),
        choices(Sentence.of("State now"), figures.byVisibility(), DisplayLabels::plain),
        choices(Sentence.of("Decision"), figures.byCase(), AuthorView::ofCase));
  }

  private static Choices choices(
      Sentence name, Map<String, Long> numbers, Function<String, ? extends CharSequence> label) {
    return new Choices(
        name,
        numbers.entrySet().stream()
            .map(e -> new Choice(e.getKey(), label.apply(e.getKey()), e.getValue()))
            .toList());
  }

  private static Sentence ofCase(String code) {
    return code.equals(AuthorFigures.NO_CASE)
        ? Sentence.of("No case")
        : DisplayLabels.state(code.substring(AuthorFigures.CASE.length()));
  }

  /** Returns the address of this page with another choice. */
  public String showing(String code) {
    return person.first().getHref() + (code.isEmpty() ? "" : "?show=" + code);
  }

  /** Returns the address of the next page. */
  public String getNextHref() {
    return person.first().getHref() + "?show=" + show + "&after=" + next;
  }
}
