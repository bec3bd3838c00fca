package hallmonitor.moderation.console.past;

import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.WordDiff;
import hallmonitor.moderation.console.past.PastWords.PostSaid;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.store.archive.PostPictures;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page.
 *
 * @param problem what is wrong with the time; empty if the thread is shown
 * @param moment what the page shows
 * @param earlier the last change before it; absent if there is none, as are the next three
 * @param later the next change
 * @param beginning the first moment that is known
 * @param post the version of the post
 * @param before the version before that one
 * @param lines a page of the thread
 * @param total places in this view, those without words included
 * @param count comments in this view
 * @param page from 1 on
 * @param cut whether the post has more comments or versions than are arranged
 */
public record PastPage(
    PastQuestion question,
    ZoneId zone,
    String platform,
    Sentence problem,
    Instant moment,
    @Nullable Instant earlier,
    @Nullable Instant later,
    @Nullable Instant beginning,
    @Nullable PostSaid post,
    @Nullable PostSaid before,
    List<PastLine> lines,
    int total,
    long count,
    int page,
    boolean cut) {
  /** Comments on one page. */
  static final int LINES = 50;

  public PastPage {
    lines = List.copyOf(lines);
  }

  static PastPage mistaken(
      PastQuestion question,
      ZoneId zone,
      Sentence problem,
      Instant moment,
      @Nullable Instant beginning) {
    return new PastPage(
        question, zone, "", problem, moment, null, null, beginning, null, null, List.of(), 0, 0, 1,
        false);
  }

  /** Returns the time as its field shows it. */
  public String getField() {
    return problem.isEmpty()
        ? moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString()
        : question.typed();
  }

  public String getZoneName() {
    return PastTimes.zone(moment, zone);
  }

  public int getPages() {
    return Math.max(1, (total + LINES - 1) / LINES);
  }

  public @Nullable String getEarlierHref() {
    return earlier == null ? null : question.at(earlier);
  }

  public @Nullable String getLaterHref() {
    return later == null ? null : question.at(later);
  }

  public @Nullable String getBeginningHref() {
    return beginning == null ? null : question.at(beginning);
  }

  public String getPublicHref() {
    return question.seenFully(false);
  }

  public String getFullHref() {
    return question.seenFully(true);
  }

  public @Nullable String getPreviousPage() {
    return page > 1 ? question.onPage(moment, page - 1) : null;
  }

  public @Nullable String getNextPage() {
    return page < getPages() ? question.onPage(moment, page + 1) : null;
  }

  /** Returns a link to the post that is safe to follow, or null. */
  public @Nullable String getLink() {
    return post == null ? null : CaseView.webAddress(post.permalink());
  }

  /** Returns the pictures of the post that are shown. */
  public List<PictureLink> getPictures() {
    return post == null ? List.of() : PictureLink.ofPost(post.pictures());
  }

  /** Returns the addresses of the others. */
  public List<String> getMorePictures() {
    return post == null
        ? List.of()
        : post.pictures().stream().skip(PostPictures.MOST_OF_A_POST).toList();
  }

  /** Returns which words differ from the version before; empty if none do, or if there was none. */
  public List<WordDiff.Part> getChanges() {
    if (post == null || before == null || isFirstWhole(post, before)) {
      return List.of();
    }
    List<WordDiff.Part> parts = WordDiff.between(words(before), words(post));
    return parts.stream().allMatch(WordDiff.Part::isKept) ? List.of() : parts;
  }

  /** Returns the addresses of pictures and videos that only the version before had. */
  public List<String> getRemovedPictures() {
    return post == null || before == null ? List.of() : without(before.pictures(), post.pictures());
  }

  /** Returns the addresses of pictures and videos that the version before did not have. */
  public List<String> getAddedPictures() {
    return post == null || before == null || isFirstWhole(post, before)
        ? List.of()
        : without(post.pictures(), before.pictures());
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(one -> !others.contains(one)).toList();
  }

  /** What comments said of a post before it was read whole is no other version. */
  private static boolean isFirstWhole(PostSaid post, PostSaid before) {
    return post.listed() && !before.listed();
  }

  private static String words(PostSaid said) {
    return said.title().isEmpty() ? said.body() : said.title() + "\n" + said.body();
  }
}
