package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.local.backup.BackupFolder;
import hallmonitor.local.backup.BackupJob;
import hallmonitor.local.backup.BackupListing;
import hallmonitor.local.backup.BackupSettings;
import hallmonitor.local.backup.BackupState;
import hallmonitor.local.backup.DatabaseCopy;
import hallmonitor.local.backup.FilesCopy;
import hallmonitor.local.backup.Restore;
import hallmonitor.testparts.ScratchTempDirs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backs up a real database while it works, and restores it. */
class BackupTest {
  private static final String PASSPHRASE = "a passphrase of a test";

  @TempDir(factory = ScratchTempDirs.class)
  static Path once;

  @TempDir(factory = ScratchTempDirs.class)
  Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private StackSettings settings;
  private DataFolder data;
  private BackupFolder backups;

  @BeforeEach
  void prepare() throws IOException {
    Path passphrase = folder.resolve("passphrase");
    Files.writeString(passphrase, PASSPHRASE + "\n");
    backups = new BackupFolder(folder.resolve("its backups"));
    settings =
        StackSettings.of(root(), folder.resolve("data"))
            .withBackup(
                new BackupSettings(backups.path(), Optional.of(passphrase), 2, LocalTime.MIDNIGHT));
    data = DataFolder.open(settings.data());
    Files.createDirectories(data.config());
    Files.writeString(data.config().resolve("district.yaml"), "the district");
  }

  @Test
  void whatWasArchivedAfterACopyIsRestoredTogetherWithFilesAndSecrets() throws Exception {
    try (EmbeddedDatabase database = start()) {
      write(database, "before the copy");
      copy(database);
      write(database, "after the copy");
      archive(database);
    }

    Path restored = restore(Optional.empty());

    assertThat(rows(restored)).containsExactly("before the copy", "after the copy");
    assertThat(restored.resolve("config/district.yaml")).hasContent("the district");
    assertThat(restored.resolve("secrets/database-postgres"))
        .hasSameTextualContentAs(data.secrets().resolve("database-postgres"));
  }

  @Test
  void aMomentInThePastIsRestoredWithoutWhatCameAfterIt() throws Exception {
    Instant between;
    try (EmbeddedDatabase database = start()) {
      copy(database);
      write(database, "wanted");
      between = databaseTime(database);
      write(database, "a mistake");
      archive(database);
    }
    assertThat(rows(restore(Optional.of(between)))).containsExactly("wanted");
  }

  @Test
  void aMomentAfterTheEndOfTheArchiveIsRefusedAndLeavesNothing() throws Exception {
    oneCopy();
    assertThatThrownBy(() -> restore(Optional.of(Instant.parse("2099-01-01T00:00:00Z"))))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("The backup ends before 2099-01-01T00:00:00Z");
    assertThat(folder.resolve("restored")).doesNotExist();
    assertThat(folder.resolve("restored.restoring")).doesNotExist();
  }

  @Test
  void eachRestoreGoesOnWithALogOfItsOwnThatIsArchived() throws Exception {
    Instant early;
    try (EmbeddedDatabase database = start()) {
      copy(database);
      write(database, "one");
      early = databaseTime(database);
      write(database, "two");
      archive(database);
    }
    try (EmbeddedDatabase database = start(new DataFolder(restore(Optional.empty(), "first")))) {
      write(database, "three");
      archive(database);
    }
    DataFolder again = new DataFolder(restore(Optional.of(early), "early"));
    try (EmbeddedDatabase database = start(again)) {
      assertThat(rows(database)).containsExactly("one");
      write(database, "instead of two");
      archive(database);
      copy(database, again);
      write(database, "after the newest copy");
      archive(database);
    }
    assertThat(rows(restore(Optional.empty(), "last")))
        .containsExactly("one", "instead of two", "after the newest copy");
  }

  @Test
  void howTheBackupsStandIsSaidEvenWhileACopyTakesLong() throws Exception {
    Path state = data.backupState();
    try (EmbeddedDatabase database = start();
        FileChannel busy =
            FileChannel.open(
                backups.path().resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = busy.lock();
        BackupJob job =
            prepare(data)
                .start(database, data.config(), new StartProgress(new PrintStream(said)))
                .orElseThrow()) {
      assertThat(job).isNotNull();
      Awaitility.await().until(() -> Files.exists(state));
      assertThat(lock.isValid()).isTrue();
      assertThat(BackupState.read(state).trouble()).isEmpty();
    }
  }

  @Test
  void aDamagedManifestKeepsNoCopyFromBeingMadeAndNothingIsDeletedMeanwhile() throws Exception {
    try (EmbeddedDatabase database = start()) {
      DatabaseCopy.Made first = copy(database);
      Path damaged =
          backups.path().resolve("database").resolve(first.manifest().id() + ".manifest");
      Files.writeString(damaged, "damaged");
      copy(database);
      copy(database);
      DatabaseCopy.Made last = copy(database);
      assertThat(backups.newestDatabaseCopy()).hasValue(last.manifest());
      Files.delete(damaged);
      assertThat(backups.databaseCopies()).hasSize(3);
    }
  }

  @Test
  void aServerKilledBetweenCopiesLosesNothingThatWasArchived() throws Exception {
    try (EmbeddedDatabase database = start()) {
      copy(database);
      write(database, "before the kill");
      archive(database);
      ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
      server.destroyForcibly();
      Awaitility.await().until(() -> !server.isAlive());
      database.restart();
      write(database, "after the kill");
      archive(database);
    }
    assertThat(rows(restore(Optional.empty())))
        .containsExactly("before the kill", "after the kill");
  }

  @Test
  void aSecondCopyStoresOnlyWhatChangedAndTheOldestGoes() throws Exception {
    try (EmbeddedDatabase database = start()) {
      write(database, "one");
      DatabaseCopy.Made first = copy(database);
      DatabaseCopy.Made second = copy(database);
      assertThat(second.added()).isLessThan(first.added() / 4);
      DatabaseCopy.Made third = copy(database);
      assertThat(backups.databaseCopies())
          .extracting(manifest -> manifest.id())
          .containsExactly(second.manifest().id(), third.manifest().id());
    }
    assertThat(rows(restore(Optional.empty()))).containsExactly("one");
    assertThat(new BackupListing(backups, new PrintStream(said)).verify()).isTrue();
  }

  @Test
  void aFolderThatIsNotEmptyIsNeverOverwritten() throws Exception {
    oneCopy();
    Path taken = Files.createDirectories(folder.resolve("restored"));
    Files.writeString(taken.resolve("mine"), "mine");
    assertThatThrownBy(() -> restore(Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not empty, and nothing is overwritten");
    assertThat(taken.resolve("mine")).hasContent("mine");
  }

  @Test
  void aDamagedPieceIsNamedAndNothingIsLeft() throws Exception {
    oneCopy();
    Path piece = largestPiece();
    Files.write(piece, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> restore(Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(piece.toString());
    assertThat(folder.resolve("restored")).doesNotExist();
    assertThat(new BackupListing(backups, new PrintStream(said)).verify()).isFalse();

    Files.delete(piece);
    assertThatThrownBy(() -> restore(Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lacks a piece of");
  }

  @Test
  void anArchiveWithoutWhatACopyNeedsIsRefused() throws Exception {
    oneCopy();
    String needed = backups.databaseCopies().get(0).lastSegment().orElseThrow();
    Files.delete(backups.path().resolve("wal").resolve(needed + ".gz"));
    assertThatThrownBy(() -> restore(Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("needs a part of the log");
  }

  @Test
  void theSecretsAreNowhereInTheBackupInTheClear() throws Exception {
    oneCopy();
    String secret = Files.readString(data.secrets().resolve("database-postgres")).strip();
    try (Stream<Path> files = Files.walk(backups.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Texts.of(file)).as(file.toString()).doesNotContain(secret);
      }
    }
  }

  @Test
  void anotherInstallationsFolderIsRefused() throws Exception {
    prepare(data);
    DataFolder other = DataFolder.open(folder.resolve("other"));
    assertThatThrownBy(() -> prepare(other))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("belongs to another installation");
  }

  @Test
  void aFolderThatIsGoneDoesNotPreventAStartAndTheArchiveCatchesUp() throws Exception {
    Path away = folder.resolve("away");
    try (EmbeddedDatabase database = start()) {
      copy(database);
    }
    Files.move(backups.path(), away);
    try (EmbeddedDatabase database = start()) {
      assertThat(backups.path()).doesNotExist();
      write(database, "while it was away");
      execute(database, "select pg_switch_wal()");
      Files.move(away, backups.path());
      archive(database);
    }
    assertThat(rows(restore(Optional.empty()))).containsExactly("while it was away");
  }

  private EmbeddedDatabase start() {
    return start(data);
  }

  private EmbeddedDatabase start(DataFolder in) {
    return EmbeddedDatabase.start(
        in.database(), FreePorts.one(), new LocalSecrets(in).database(), prepare(in).archive());
  }

  private RunBackup prepare(DataFolder in) {
    return RunBackup.prepare(settings, in, new LocalSecrets(in).database());
  }

  /** Makes the backup of a database with one copy. Only the first test waits for a database. */
  private void oneCopy() throws Exception {
    Path kept = once.resolve("backups");
    if (!Files.exists(kept)) {
      try (EmbeddedDatabase database = start()) {
        copy(database);
      }
      copyTree(data.secrets(), once.resolve("secrets"));
      copyTree(backups.path(), kept);
    } else {
      copyTree(kept, backups.path());
      copyTree(once.resolve("secrets"), data.secrets());
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private DatabaseCopy.Made copy(EmbeddedDatabase database) throws Exception {
    return copy(database, data);
  }

  private DatabaseCopy.Made copy(EmbeddedDatabase database, DataFolder of) throws Exception {
    FilesCopy.Sources files =
        new FilesCopy.Sources(
            "of a test", of.config(), of.checkpoints(), of.secrets(), Optional.of(PASSPHRASE));
    new FilesCopy(backups, files, InstantSource.system()).makeIfChanged();
    return new DatabaseCopy(
            backups,
            of.database(),
            database.ownersDataSource()::getConnection,
            InstantSource.system())
        .make(2);
  }

  private Path restore(Optional<Instant> until) throws Exception {
    return restore(until, "restored");
  }

  private Path restore(Optional<Instant> until, String name) throws Exception {
    Path restored = folder.resolve(name);
    new RestoredRun(root(), restored, new PrintStream(said))
        .restore(new Restore.Order(backups, until, Optional.of(PASSPHRASE), Optional.empty()));
    return restored;
  }

  /** A root with a deploy/evidence that finds every ledger proven; the drill has the real one. */
  private Path root() {
    try {
      Path program = folder.resolve("root/deploy/evidence");
      if (!Files.exists(program)) {
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexit 0\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
      }
      return folder.resolve("root");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(EmbeddedDatabase database, String text) throws SQLException {
    execute(database, "create table if not exists moderation.kept (id serial, text text)");
    execute(database, "insert into moderation.kept (text) values ('%s')".formatted(text));
  }

  /** Waits until all that was committed is in the archive. */
  private void archive(EmbeddedDatabase database) throws SQLException {
    String segment = text(database, "select pg_walfile_name(pg_switch_wal() - 1)");
    Path kept = backups.path().resolve("wal").resolve(segment + ".gz");
    Awaitility.await().atMost(java.time.Duration.ofMinutes(2)).until(() -> Files.exists(kept));
  }

  private static Instant databaseTime(EmbeddedDatabase database) throws SQLException {
    return Instant.parse(
        text(
            database,
            "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
  }

  private static Stream<String> rows(Path restored) throws SQLException {
    DataFolder folder = new DataFolder(restored);
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(
            folder.database(), FreePorts.one(), new LocalSecrets(folder).database())) {
      return rows(database);
    }
  }

  private static Stream<String> rows(EmbeddedDatabase database) throws SQLException {
    return text(database, "select string_agg(text, '|' order by id) from moderation.kept")
        .lines()
        .flatMap(all -> Stream.of(all.split("\\|")));
  }

  private Path largestPiece() throws IOException {
    try (Stream<Path> files = Files.walk(backups.path().resolve("chunks"))) {
      return files
          .filter(Files::isRegularFile)
          .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
          .orElseThrow();
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.ownersDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = database.ownersDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** What a file holds, unpacked where it is packed. */
  private static final class Texts {
    static String of(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      boolean packed = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
      if (packed) {
        try (var unpacked =
            new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
          bytes = unpacked.readAllBytes();
        }
      }
      return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  }
}
