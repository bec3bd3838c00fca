package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.ModelFile.Learned;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import opennlp.tools.ml.model.AbstractModel;

/**
 * Trains the first stage and writes it as one file: {@code Train MODEL-FILE CORPUS-FOLDER...
 * [--public FILE.tsv]}.
 */
public final class Train {
  /** Categories that can be learned from texts; signatures are left to rules. */
  static final List<Category> LEARNED =
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
   * Runs the command.
   *
   * @throws IOException if a file cannot be read or the model cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: Train MODEL-FILE CORPUS-FOLDER... [--public FILE.tsv]");
      System.exit(2);
    }
    Corpus corpus = Sources.read(List.of(args).subList(1, args.length));
    write(Path.of(args[0]), learn(corpus));
  }

  /** Trains every category, and harm of any kind, on the training rows. */
  static ModelFile.Models learn(Corpus corpus) throws IOException {
    List<Trainer.Example> train = examples(corpus, Split.TRAIN);
    List<Trainer.Example> dev = examples(corpus, Split.DEV);
    if (train.isEmpty()) {
      throw new IOException("there is no row to train on");
    }
    System.err.printf("Learning from %d comments, calibrating on %d%n", train.size(), dev.size());
    AbstractModel harm = Trainer.learnHarm(train);
    Map<Category, Learned> learned = new ConcurrentSkipListMap<>();
    LEARNED.parallelStream()
        .forEach(category -> learned.put(category, learn(category, harm, train, dev)));
    return new ModelFile.Models(learned, Optional.of(harm));
  }

  private static Learned learn(
      Category category,
      AbstractModel harm,
      List<Trainer.Example> train,
      List<Trainer.Example> dev) {
    long start = System.nanoTime();
    try {
      Learned learned = Trainer.learn(category, harm, train, dev);
      System.err.printf("  %-16s %.0f s%n", category.label(), (System.nanoTime() - start) / 1e9);
      return learned;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Trainer.Example> examples(Corpus corpus, Split split) {
    return corpus.of(split).stream().map(Trainer.Example::of).toList();
  }

  private static void write(Path model, ModelFile.Models learned) throws IOException {
    Files.createDirectories(model.toAbsolutePath().getParent());
    Path next = model.resolveSibling(model.getFileName() + ".next");
    try (OutputStream out = Files.newOutputStream(next)) {
      ModelFile.write(out, learned);
    }
    Files.move(
        next,
        model,
        StandardCopyOption
            .REPLACE_EXISTING); // replaces atomically, so the model is never incomplete
  }
}
