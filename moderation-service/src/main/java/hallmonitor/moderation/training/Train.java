package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.ModelFile.Learnt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains the model that ships: {@code Train CORPUS-FOLDER MODEL-FILE CLASSES-FOLDER}. Does nothing when neither the
 * corpus nor the classes that learn from it have changed since the model was written.
 */
public final class Train {
  /** What patterns can be learnt from texts; signatures are for rules. */
  static final List<Category> LEARNT =
      List.of(
          Category.PROFANITY,
          Category.THREAT,
          Category.THREAT_REPORT,
          Category.BULLYING,
          Category.HATE,
          Category.SEXUAL,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE,
          Category.CONFIDENTIAL,
          Category.SPAM);

  private Train() {}

  /**
   * @throws IOException when the corpus cannot be read or the model cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: Train CORPUS-FOLDER MODEL-FILE CLASSES-FOLDER");
    }
    Path corpus = Path.of(args[0]);
    Path model = Path.of(args[1]);
    Path stamp = Path.of(args[1] + ".from");
    String from = digest(corpus, Path.of(args[2]));
    if (Files.exists(model) && Files.exists(stamp) && Files.readString(stamp).equals(from)) {
      return;
    }
    write(model, learn(Corpus.read(corpus)));
    Files.writeString(stamp, from);
  }

  /** Learns every category from the rows that are for training. */
  static Map<Category, Learnt> learn(Corpus corpus) throws IOException {
    long start = System.nanoTime();
    corpus.problems().forEach(problem -> System.err.println("left out: " + problem));
    List<Trainer.Example> examples =
        corpus.rows().stream().filter(row -> !row.test()).map(Trainer.Example::of).toList();
    if (examples.isEmpty()) {
      throw new IOException("the corpus holds no row with split 'train'");
    }
    System.err.printf("Learning from %d comments:", examples.size());
    Map<Category, Learnt> learnt = new LinkedHashMap<>();
    for (Category category : LEARNT) {
      System.err.print(" " + category.label());
      learnt.put(category, Trainer.learn(category, examples));
    }
    System.err.printf("; done in %.1f s%n", (System.nanoTime() - start) / 1e9);
    return learnt;
  }

  private static void write(Path model, Map<Category, Learnt> learnt) throws IOException {
    Files.createDirectories(model.toAbsolutePath().getParent());
    Path next = model.resolveSibling(model.getFileName() + ".next");
    try (OutputStream out = Files.newOutputStream(next)) {
      ModelFile.write(out, learnt);
    }
    Files.move(next, model, StandardCopyOption.REPLACE_EXISTING); // never half a model
  }

  private static String digest(Path corpus, Path classes) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : Corpus.files(corpus)) {
        digest.update(file.toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      for (String part : List.of("text", "finding", "training")) {
        try (Stream<Path> code = Files.walk(classes.resolve("hallmonitor/moderation/" + part))) {
          for (Path file : code.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
