package hallmonitor.importer.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be read, in the order in which the parts of one archive are: posts come first. */
public enum ExportFormat {
  FACEBOOK_POSTS("a Facebook export's posts"),
  TAKEOUT_VIDEOS("a YouTube Takeout's videos"),
  ROWS("rows in lines of JSON"),
  TABLE("a table"),
  TWEETS("an X archive's posts and replies"),
  FACEBOOK_COMMENTS("a Facebook export's comments"),
  TAKEOUT_COMMENTS("a YouTube Takeout's comments");

  /** For people who gave a file in which there is nothing to read. */
  public static final String KNOWN =
      "What can be read: .ndjson and .csv with the columns id, text and writtenAt; of a Facebook export in JSON"
          + " profile_posts_1.json or your_posts_1.json and comments.json; of a YouTube Takeout in English comments.csv and"
          + " videos.csv; of an X archive tweets.js or tweet.js; and the .zip of any of them.";

  private static final Pattern POSTS_FILE = Pattern.compile("(your|profile)_posts.*\\.json");
  private static final Pattern COMMENTS_FILE = Pattern.compile("comments(_\\d+)?\\.json");
  private static final Pattern TWEETS_FILE = Pattern.compile("tweets?(-part\\d+)?\\.js");
  private static final Pattern LINES_FILE = Pattern.compile(".*\\.(ndjson|jsonl)");

  private final String words;

  ExportFormat(String words) {
    this.words = words;
  }

  /** Returns what it is, for people. */
  public String words() {
    return words;
  }

  /** Returns whether the author's name must be known from elsewhere. */
  public boolean needsName() {
    return this == TAKEOUT_COMMENTS || this == TWEETS;
  }

  /** Returns the format of a part by its name or, of a table, by its first line; empty if none. */
  public static Optional<ExportFormat> of(ExportPart part) throws IOException {
    String name = part.file().toLowerCase(Locale.ROOT);
    if (POSTS_FILE.matcher(name).matches()) {
      return Optional.of(FACEBOOK_POSTS);
    }
    if (COMMENTS_FILE.matcher(name).matches()) {
      return Optional.of(FACEBOOK_COMMENTS);
    }
    if (TWEETS_FILE.matcher(name).matches()) {
      return Optional.of(TWEETS);
    }
    if (LINES_FILE.matcher(name).matches()) {
      return Optional.of(ROWS);
    }
    return name.endsWith(".csv") ? table(part.firstLine()) : Optional.empty();
  }

  private static Set<String> names(String firstLine) {
    return Arrays.stream(firstLine.split(String.valueOf(separator(firstLine)), -1))
        .map(name -> CsvRows.lower(name.replace("\"", "")))
        .collect(Collectors.toSet());
  }

  private static Optional<ExportFormat> table(String firstLine) {
    Set<String> names = names(firstLine);
    if (names.containsAll(TakeoutComments.NEEDED)) {
      return Optional.of(TAKEOUT_COMMENTS);
    }
    if (names.containsAll(TakeoutVideos.NEEDED)) {
      return Optional.of(TAKEOUT_VIDEOS);
    }
    return Optional.of(TABLE).filter(it -> names.containsAll(OwnColumns.NEEDED));
  }

  private static char separator(String firstLine) {
    return firstLine.indexOf(',') < 0 && firstLine.indexOf(';') >= 0 ? ';' : ',';
  }

  /**
   * Reads a part of this format.
   *
   * @param in the part from its start; the caller closes it
   * @param writer who wrote what is in it
   * @throws IOException with a sentence for people, if it cannot be read at all
   */
  public RowStream rows(ExportPart part, InputStream in, Writer writer) throws IOException {
    return switch (this) {
      case ROWS -> new NdjsonRows(in);
      case FACEBOOK_POSTS -> new JsonArrayRows(in, new FacebookPosts());
      case FACEBOOK_COMMENTS -> new JsonArrayRows(in, new FacebookComments());
      case TWEETS -> new JsonArrayRows(afterAssignment(in), new Tweets(writer));
      case TABLE -> table(part, in, OwnColumns.of(names(part.firstLine())));
      case TAKEOUT_COMMENTS -> table(part, in, new TakeoutComments(writer));
      case TAKEOUT_VIDEOS -> table(part, in, new TakeoutVideos());
    };
  }

  private static RowStream table(ExportPart part, InputStream in, RowMapping mapping)
      throws IOException {
    return new CsvRows(in, separator(part.firstLine()), mapping);
  }

  /** X's files are scripts: {@code window.YTD.tweets.part0 = } and then JSON. */
  static InputStream afterAssignment(InputStream in) throws IOException {
    in.mark(256);
    for (int i = 0; i < 256; i++) {
      int one = in.read();
      if (one == '=') {
        return in;
      }
      if (one < 0 || one == '[') {
        break;
      }
    }
    in.reset();
    return in;
  }
}
