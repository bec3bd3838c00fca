package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pictures and videos of a comment in a line of a list: how many there are, and the words that
 * were read in them, since they may be the matter, and the text may say nothing of it.
 *
 * @param words shortened; empty if none were read
 */
public record PictureMark(int pictures, int videos, String words) {
  private static final String VIDEO = "video";

  /** Letters of the words. */
  private static final int SHOWN = 160;

  /** Why a video is not read whole, as SQL. */
  private static final String VIDEOS =
      Arrays.stream(PictureGap.values())
          .filter(PictureGap::isVideo)
          .map(gap -> "'" + gap.code() + "'")
          .collect(Collectors.joining(", "));

  /** What the archive says of each address: what it is, a blank, and what was read there. */
  private static final String PICTURED =
      """
      coalesce((
        select array_agg(
          case when pr.why in (%3$s) or pr.video or lower(a.url) ~ '[.](mp4|m4v|mov|webm)$'
            then 'video ' else 'picture ' end || left(coalesce(pr.words, ''), 400) order by a.place)
        from unnest(%1$s) with ordinality as a(url, place)
        left join picture_reading pr
          on pr.account = %2$s.account and pr.comment_id = %2$s.comment_id and pr.url = a.url), '{}') as pictured
      """;

  /**
   * Returns the column {@code pictured}, for {@link #of}.
   *
   * @param addresses SQL of an array of addresses; may be null
   * @param comment SQL name of a row with {@code account} and {@code comment_id}
   */
  public static String column(String addresses, String comment) {
    return PICTURED.formatted(addresses, comment, VIDEOS);
  }

  /** Reads the column. */
  public static PictureMark of(List<String> pictured) {
    int videos = (int) pictured.stream().filter(one -> one.startsWith(VIDEO)).count();
    return new PictureMark(
        pictured.size() - videos,
        videos,
        cut(
            pictured.stream()
                .map(one -> one.substring(one.indexOf(' ') + 1).replaceAll("\\s+", " ").strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "))));
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= SHOWN
        ? words
        : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
  }

  /** Returns whether the comment has any. */
  public boolean isThere() {
    return pictures + videos > 0;
  }

  /** Returns what it has, such as {@code 2 pictures}. */
  public List<Sentence> getLabels() {
    List<Sentence> labels = new ArrayList<>();
    if (pictures > 0) {
      labels.add(pictures == 1 ? Sentence.of("Picture") : Sentence.of("{1} pictures", pictures));
    }
    if (videos > 0) {
      labels.add(videos == 1 ? Sentence.of("Video") : Sentence.of("{1} videos", videos));
    }
    return labels;
  }
}
