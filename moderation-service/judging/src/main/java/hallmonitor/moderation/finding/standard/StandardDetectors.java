package hallmonitor.moderation.finding.standard;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.ModelFile;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.lexicon.Lexicon;
import hallmonitor.moderation.finding.lexicon.LexiconDetector;
import hallmonitor.moderation.finding.privacy.PrivateFactDetector;
import hallmonitor.moderation.finding.privacy.ShapeDetector;
import hallmonitor.moderation.finding.privacy.WithheldNameDetector;
import hallmonitor.moderation.finding.rule.PatternDetector;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.finding.signature.SignatureDetector;
import hallmonitor.moderation.finding.spam.SpamDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URLConnection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The product's detectors, in the order that their findings are listed in. */
public final class StandardDetectors {
  private static final List<String> NAMES =
      List.of(
          "/lexicon/given-names.txt",
          "/lexicon/nicknames.txt",
          "/lexicon/titles.txt",
          "/lexicon/quoted.txt",
          "/lexicon/people.txt",
          "/lexicon/signing.txt",
          "/model/signature.txt",
          "/patterns/notice.txt",
          "/patterns/sign-offs.txt",
          "/patterns/introductions.txt",
          "/patterns/headings.txt",
          "/patterns/beside-signatures.txt",
          "/patterns/unsigned.txt");

  private StandardDetectors() {}

  /** Reads rules and the model from the class path. Takes about a second, so call it once. */
  public static Detectors of(LocalNames names) {
    return of(names, model());
  }

  /** Builds the detectors with the given model. */
  public static Detectors of(LocalNames names, ModelDetector model) {
    return of(names, NamedWords.NONE, model);
  }

  /**
   * Builds the detectors.
   *
   * @param named words of the district's policy
   */
  public static Detectors of(LocalNames names, NamedWords named, ModelDetector model) {
    Vocabulary vocabulary = new Vocabulary();
    Rulebook rules = new Rulebook(Rulebook.FILES, vocabulary);
    Lexicon lexicon = Lexicon.shipped(names.schoolsAndTeams(), named);
    return new Detectors(
        List.of(
            new LexiconDetector(lexicon, rules),
            new PatternDetector(rules),
            new ShapeDetector(),
            new PrivateFactDetector(vocabulary),
            new WithheldNameDetector(names),
            new SignatureDetector(names),
            new SpamDetector(),
            model));
  }

  /**
   * Builds only the word list detector, the one that a policy's words change.
   *
   * @param named words of the policy
   */
  public static Detector words(LocalNames names, NamedWords named) {
    Rulebook rules = new Rulebook(Rulebook.FILES, new Vocabulary());
    return new LexiconDetector(Lexicon.shipped(names.schoolsAndTeams(), named), rules);
  }

  /** Returns the model shipped with this build. */
  public static ModelDetector model() {
    try (InputStream in = StandardDetectors.class.getResourceAsStream(ModelFile.RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            ModelFile.RESOURCE + " is missing from the class path; deploy/train makes it");
      }
      return new ModelDetector(ModelFile.table(ModelFile.read(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the version of the rules and the model: the first 12 hex digits of a SHA-256 over the
   * CRC-32 of each of their files.
   *
   * @param secondStage its files on the class path; empty if it does not judge
   */
  public static String version(List<String> secondStage) {
    String sums =
        Stream.of(
                Lexicon.files(),
                Rulebook.FILES,
                PrivateFactDetector.files(),
                NAMES,
                List.of(ModelFile.RESOURCE),
                secondStage)
            .flatMap(List::stream)
            .map(file -> file + ' ' + crc(file) + '\n')
            .collect(Collectors.joining());
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(sums.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A jar knows the sums of its files, so that a hundred megabytes of models need not be read. */
  private static long crc(String file) {
    try {
      URLConnection resource = StandardDetectors.class.getResource(file).openConnection();
      if (resource instanceof JarURLConnection jar) {
        return jar.getJarEntry().getCrc();
      }
      try (CheckedInputStream in = new CheckedInputStream(resource.getInputStream(), new CRC32())) {
        in.transferTo(OutputStream.nullOutputStream());
        return in.getChecksum().getValue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
