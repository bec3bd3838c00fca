package hallmonitor.local;

import static hallmonitor.embedded.DatabasePasswords.randomPassword;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerPasswords;
import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.PrivateFiles;
import hallmonitor.local.practice.PracticeAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Secrets of a local run: one file each, created on first use, readable only by its owner. */
final class LocalSecrets {
  private static final String FIRST_SIGN_IN = "first-sign-in";

  private static final String PRACTICE = "practice";

  /** The account's id, too: by that, ingest finds the secret that signs deliveries. */
  private static final String FACEBOOK = "practice-facebook";

  private final Path folder;
  private final Path credentials;

  LocalSecrets(DataFolder data) {
    this.folder = data.secrets();
    this.credentials = data.credentials();
  }

  DatabasePasswords database() {
    return DatabasePasswords.from(
        name -> get(folder.resolve("database-" + name), UnaryOperator.identity()));
  }

  /** Returns who may use the broker; each service finds its own password by the file's name. */
  BrokerAccess broker() {
    return BrokerAccess.by(
        BrokerPasswords.from(
            user -> get(folder.resolve("kafka-" + user), UnaryOperator.identity())));
  }

  /**
   * Returns the secrets of the practice town's accounts, for their connectors and for the town
   * itself.
   *
   * @param deliveries the address for what Facebook delivers, with a slash at its end
   */
  PracticeAccounts practice(String deliveries) {
    Path blog = credentials.resolve(PRACTICE);
    moveFromOldPlace(blog);
    return new PracticeAccounts(
        get(blog, password -> PRACTICE + ":" + password),
        get(credentials.resolve(FACEBOOK), UnaryOperator.identity()),
        get(folder.resolve("push-" + FACEBOOK), UnaryOperator.identity()),
        URI.create(deliveries + FACEBOOK),
        get(
            credentials.resolve("practice-youtube"),
            random -> "practice.apps.example:%s:1//%s".formatted(random, randomPassword())),
        get(credentials.resolve("practice-bluesky"), random -> "maple-valley-high.test:" + random));
  }

  /**
   * Returns the key that encrypts the console's sign-in cookies. It is kept, so that a restart
   * signs no one out.
   */
  String consoleSessionKey() {
    return get(folder.resolve("console-session-key"), UnaryOperator.identity());
  }

  /** Returns the first sign-in that the moderation service left, and removes it. */
  Optional<String> takeFirstSignIn() {
    Path file = folder.resolve(FIRST_SIGN_IN);
    try {
      String text = Files.readString(file).strip();
      Files.delete(file);
      return Optional.of(text).filter(line -> !line.isEmpty());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Before credentials were separate, it was among the other secrets. */
  private void moveFromOldPlace(Path file) {
    Path old = folder.resolve(PRACTICE);
    try {
      if (Files.exists(old)) {
        Files.move(old, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + old + " cannot be moved to " + file, e);
    }
  }

  private static String get(Path file, UnaryOperator<String> fromRandom) {
    try {
      if (!Files.exists(file)) {
        PrivateFiles.write(file, fromRandom.apply(randomPassword()) + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + file + " cannot be read", e);
    }
  }
}
