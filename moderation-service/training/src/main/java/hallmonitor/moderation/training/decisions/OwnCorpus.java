package hallmonitor.moderation.training.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.training.decisions.Labeling.Labeled;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder in the format of the project's corpus that only its owner may read. Everything is
 * written beside the earlier export, and replaces it as a whole at the end.
 */
final class OwnCorpus implements AutoCloseable {
  static final String FILE = "decisions.csv";
  private static final String README = "README.txt";
  private static final List<String> LANGUAGES = List.of("en", "es");
  private static final String HEADER = "id,split,group,labels,text,author,post,parent\r\n";
  private static final String NEW = ".new";

  /**
   * Characters that some spreadsheets take for the start of a formula, including full-width ones.
   */
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * Categories for which the author's name matters; for all others only a pseudonym is exported.
   */
  private static final Set<Category> ABOUT_NAMES =
      Set.of(Category.FALSE_SIGNATURE, Category.UNSIGNED);

  private static final Set<java.nio.file.attribute.PosixFilePermission> OWN_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<java.nio.file.attribute.PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?> AS_FILE = PosixFilePermissions.asFileAttribute(OWN_FILE);
  private static final FileAttribute<?> AS_FOLDER =
      PosixFilePermissions.asFileAttribute(OWN_FOLDER);

  private final Path folder;
  private final Pseudonyms pseudonyms;
  private final Map<String, Writer> writers = new TreeMap<>();

  private OwnCorpus(Path folder, Pseudonyms pseudonyms) {
    this.folder = folder;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Opens the folder, creating it if it is missing.
   *
   * @throws ToolFailure if it contains something else, or if files there cannot be protected from
   *     others
   */
  static OwnCorpus open(Path folder, String warning, Pseudonyms pseudonyms) throws IOException {
    refuseOtherFiles(folder);
    try {
      OwnCorpus corpus = new OwnCorpus(folder, pseudonyms);
      ownFolder(folder);
      for (String language : LANGUAGES) {
        ownFolder(folder.resolve(language));
        Writer writer = ownFile(corpus.file(language, NEW));
        corpus.writers.put(language, writer);
        writer.write(HEADER);
      }
      try (Writer readme = ownFile(folder.resolve(README))) {
        readme.write(warning + "\n");
      }
      return corpus;
    } catch (UnsupportedOperationException e) {
      throw new ToolFailure(
          "Files on "
              + folder
              + " cannot be kept from others; choose a folder on a file system with permissions.");
    }
  }

  private static void refuseOtherFiles(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new ToolFailure(folder + " is no folder; name one, or one that does not exist yet.");
    }
    try (Stream<Path> there = Files.list(folder)) {
      List<String> names = there.map(path -> path.getFileName().toString()).toList();
      Set<String> own = Set.of(README, LANGUAGES.get(0), LANGUAGES.get(1));
      if (!own.containsAll(names) || !names.isEmpty() && !names.contains(README)) {
        throw new ToolFailure(
            folder
                + " holds something else than an earlier export; name an empty folder, or one that"
                + " does not exist yet.");
      }
    }
  }

  private static void ownFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, AS_FOLDER);
    }
    Files.setPosixFilePermissions(folder, OWN_FOLDER);
  }

  /** Creates a new file, so that no one else ever had it open. */
  private static Writer ownFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    return Channels.newWriter(
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), AS_FILE),
        UTF_8);
  }

  private Path file(String language, String ending) {
    return folder.resolve(language).resolve(FILE + ending);
  }

  /** Adds a row. */
  void add(DecidedComment comment, Labeled labeled) {
    try {
      Writer writer = writers.get(labeled.language());
      if (writer == null) {
        throw new IllegalArgumentException("there is no folder '" + labeled.language() + "'");
      }
      writer.write(row(comment, labeled));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the new files in the place of the earlier ones. */
  void commit() throws IOException {
    closeWriters();
    for (String language : LANGUAGES) {
      Files.move(
          file(language, NEW),
          file(language, ""),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes files that were not committed. */
  @Override
  public void close() throws IOException {
    closeWriters();
    for (String language : LANGUAGES) {
      Files.deleteIfExists(file(language, NEW));
    }
  }

  private void closeWriters() throws IOException {
    List<Writer> open = new ArrayList<>(writers.values());
    writers.clear();
    for (Writer writer : open) {
      writer.close();
    }
  }

  private String row(DecidedComment comment, Labeled labeled) {
    String labels =
        labeled.labels().stream().sorted().map(Category::label).collect(Collectors.joining(" "));
    boolean named =
        labeled.labels().stream().anyMatch(ABOUT_NAMES::contains)
            || comment.findings().keySet().stream().anyMatch(ABOUT_NAMES::contains);
    return Stream.of(
                id(comment),
                "train",
                group(comment),
                labels,
                comment.text(),
                named ? comment.author() : "",
                comment.post(),
                comment.parent())
            .map(OwnCorpus::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** Returns the same id for the same revision in every export, and for no other one. */
  private String id(DecidedComment comment) {
    return "own-" + pseudonyms.of(comment.account(), comment.commentId(), comment.revision());
  }

  /** Returns the same group for everything that an author wrote on an account. */
  private String group(DecidedComment comment) {
    return "own-author-" + pseudonyms.of(comment.account(), comment.authorKey());
  }

  /**
   * A cell that a spreadsheet would read as a formula begins with a blank, which does not affect
   * how a comment is judged.
   */
  private static String cell(String value) {
    String text = value.replace("\0", "");
    String seen = text.stripLeading();
    boolean runs = !seen.isEmpty() && STARTS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
    return "\"" + (runs ? " " + seen : text).replace("\"", "\"\"") + "\"";
  }
}
