package hallmonitor.moderation.console.pictures;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.pipeline.jobs.PictureReadingJob;
import hallmonitor.moderation.pipeline.pictures.PictureReading;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PicturedRevisions;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was read in the pictures of comments, and what was not, for pages. */
@ApplicationScoped
@Named("pictureReadings")
public class PictureReadings {
  /** More are not shown of a comment that was edited often. */
  private static final int MOST = 20;

  /**
   * What became of one picture.
   *
   * @param number its place among those that the comment shows, from 1; 0 for one of an earlier
   *     version
   * @param words that were read; empty if there are none
   * @param dueAt of the next try, while it waits
   * @param known name of the listed picture that it is; empty if it is none, or was removed
   */
  public record Reading(
      int number, String state, String why, String words, int tries, Instant dueAt, String known) {
    public boolean isEarlier() {
      return number == 0;
    }

    public boolean isRead() {
      return state.equals("read");
    }

    public boolean isWaiting() {
      return state.equals("waiting");
    }

    /** Returns whether another try failed before. */
    public boolean isTriedAgain() {
      return isWaiting() && !why.isEmpty();
    }

    /** Returns what keeps it, or the rest of it, from being read; empty if nothing does. */
    public Sentence getReason() {
      return PictureReasons.of(PictureGap.of(why));
    }
  }

  /**
   * The last day.
   *
   * @param waiting pictures that wait to be read
   * @param oldest since when the one that waits longest does; absent if none waits
   * @param read pictures that were read
   * @param withWords those of them in which words were found
   * @param noRoom those that were looked at, and not kept for lack of room
   */
  public record Day(
      long waiting,
      @Nullable Instant oldest,
      long read,
      long withWords,
      long noRoom,
      List<Unread> unread) {
    public Day {
      unread = List.copyOf(unread);
    }

    /** Returns whether no picture came or waits. */
    public boolean isEmpty() {
      return waiting == 0 && read == 0 && noRoom == 0 && unread.isEmpty();
    }
  }

  /**
   * Pictures that were not read, or not all of them.
   *
   * @param why code of the reason
   */
  public record Unread(String why, long count) {
    public Sentence getReason() {
      return PictureReasons.of(PictureGap.of(why));
    }
  }

  /** One picture of a comment, by the key of its address. */
  public record Row(
      String urlKey,
      String state,
      String why,
      String words,
      int tries,
      Instant dueAt,
      String known) {
    Reading numbered(int number) {
      return new Reading(number, state, why, words, tries, dueAt, known);
    }
  }

  /** The figures of a day, without the reasons. */
  public record Figures(
      long waiting, @Nullable Instant oldest, long read, long withWords, long noRoom) {}

  private final ConsoleDatabase database;
  private final PictureReading reading;
  private final PictureReadingJob job;
  private final PicturesConfig config;

  PictureReadings(
      ConsoleDatabase database,
      PictureReading reading,
      PictureReadingJob job,
      PicturesConfig config) {
    this.database = database;
    this.reading = reading;
    this.job = job;
    this.config = config;
  }

  /** Returns whether the district has the words in pictures read. */
  public boolean isOn() {
    return config.read();
  }

  /** Returns whether the program that reads them is installed. */
  public boolean isReady() {
    return reading.isReady();
  }

  /** Returns whether the program lacks that takes frames of videos, which the district wants. */
  public boolean isLackingFrameTaker() {
    return config.videoBytes() > 0 && !reading.takesFrames();
  }

  /** Returns whether that program is there, and could reach the network. */
  public boolean isNetworkOpen() {
    return config.videoBytes() > 0 && reading.isNetworkOpen();
  }

  /**
   * Returns whether pictures wait until it is known how what reads them is kept off the network.
   */
  public boolean isHeld() {
    return reading.isHeld(FetchKind.PICTURE);
  }

  /** Returns whether only videos wait for that. */
  public boolean isHeldForVideos() {
    return config.videoBytes() > 0 && !isHeld() && reading.isHeld(FetchKind.VIDEO);
  }

  /** Returns whether that program is there, and takes no frame of any video. */
  public boolean isFailingForVideos() {
    return config.videoBytes() > 0 && reading.isFailingForVideos();
  }

  /** Returns whether reading fails, for another reason than the pictures. */
  public boolean isFailing() {
    return job.isFailing() || reading.isFailing();
  }

  /**
   * Returns the pictures that a comment shows, in their order, and words in those of its earlier
   * versions.
   */
  public List<Reading> of(String account, String comment, List<PictureLink> shown) {
    Map<String, Integer> numbers =
        shown.stream()
            .collect(Collectors.toMap(PictureLink::getKey, PictureLink::number, Math::min));
    return database.read(h -> read(h, account, comment)).stream()
        .map(row -> row.numbered(number(row, numbers)))
        .filter(
            reading ->
                !reading.isEarlier() || !reading.words().isEmpty() || !reading.known().isEmpty())
        .sorted(Comparator.comparing(Reading::isEarlier).thenComparing(Reading::number))
        .limit(MOST)
        .toList();
  }

  /** Returns the same without what was read in other versions. */
  public List<Reading> ofThese(String account, String comment, List<PictureLink> shown) {
    return of(account, comment, shown).stream().filter(reading -> !reading.isEarlier()).toList();
  }

  /** What is beyond the pictures that are shown stands after them. */
  private static int number(Row row, Map<String, Integer> numbers) {
    boolean beyond =
        row.why().equals(PictureGap.TOO_MANY.code())
            && numbers.size() == PicturedRevisions.MOST_OF_A_COMMENT;
    return numbers.getOrDefault(row.urlKey(), beyond ? numbers.size() + 1 : 0);
  }

  private static List<Row> read(Handle handle, String account, String comment) {
    return handle
        .createQuery(
            """
            select url_key, state, why, words, tries, due_at,
              coalesce(
                (select case when k.removed_at is null then k.name else '' end
                 from known_picture k where 'listed/' || k.id = p.known_key), p.known_key) as known
            from picture_reading p
            where account = :account and comment_id = :comment
            order by id
            """)
        .bind("account", account)
        .bind("comment", comment)
        .map(rows(Row.class))
        .list();
  }

  /** Returns what waits, and what became of the pictures of the last 24 hours. */
  public Day getDay() {
    return database.read(
        h -> {
          Figures figures =
              h.createQuery(
                      """
                      select w.waiting, w.oldest, d.read, d.with_words, d.no_room
                      from (select count(*) as waiting, min(since) as oldest from picture_reading where state = 'waiting') w,
                        (select count(*) filter (where state = 'read') as read,
                           count(*) filter (where state = 'read' and words <> '') as with_words,
                           count(*) filter (where no_room) as no_room
                         from picture_reading
                         where state <> 'waiting' and done_at > clock_timestamp() - interval '1 day') d
                      """)
                  .map(rows(Figures.class))
                  .one();
          return new Day(
              figures.waiting(),
              figures.oldest(),
              figures.read(),
              figures.withWords(),
              figures.noRoom(),
              h.createQuery(
                      """
                      select why, count(*) as count from picture_reading
                      where state <> 'waiting' and why <> '' and done_at > clock_timestamp() - interval '1 day'
                      group by why order by count(*) desc, why
                      """)
                  .map(rows(Unread.class))
                  .list());
        });
  }
}
