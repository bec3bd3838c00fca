package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data folder of a local run: created at the first start, kept afterward, readable only by its
 * owner.
 */
record DataFolder(Path path) {
  /**
   * Opens the folder.
   *
   * @throws CannotStart if it cannot be created
   */
  static DataFolder open(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        PrivateFiles.folder(path);
      }
      DataFolder folder = new DataFolder(path);
      PrivateFiles.folder(folder.secrets());
      PrivateFiles.folder(folder.credentials());
      Files.createDirectories(folder.logs());
      Files.createDirectories(folder.run());
      return folder;
    } catch (IOException | UncheckedIOException e) {
      throw new CannotStart(
          "The data folder " + path + " cannot be created; choose one that can be with --data.", e);
    }
  }

  Path config() {
    return path.resolve("config");
  }

  Path secrets() {
    return path.resolve("secrets");
  }

  /** Returns the folder of the accounts' credentials, apart from all other secrets. */
  Path credentials() {
    return secrets().resolve("accounts");
  }

  Path logs() {
    return path.resolve("logs");
  }

  /** Returns the folder for process ids, which is also the services' working folder. */
  Path run() {
    return path.resolve("run");
  }

  Path database() {
    return path.resolve("database");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  /** Returns the folder for signed checkpoints of the ledger, outside the database. */
  Path checkpoints() {
    return path.resolve("evidence").resolve("checkpoints");
  }

  /** Returns the file that says how the backups stand; absent while nothing is backed up. */
  Path backupState() {
    return run().resolve("backup.json");
  }

  Path practice() {
    return path.resolve("practice");
  }

  Path mailbox() {
    return path.resolve("mailbox");
  }
}
