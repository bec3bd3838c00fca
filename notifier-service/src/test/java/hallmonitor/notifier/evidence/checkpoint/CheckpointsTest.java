package hallmonitor.notifier.evidence.checkpoint;

import static hallmonitor.notifier.evidence.LedgerBuilder.aLedgerOf;
import static hallmonitor.notifier.evidence.LedgerRoom.anEntry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.notifier.evidence.LedgerBuilder;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path folder;
  private final LedgerBuilder ledger = aLedgerOf(5);
  private final AtomicReference<SealedRecord.Head> head =
      new AtomicReference<>(ledger.records().get(2).head());

  private volatile long changed;
  private volatile boolean exchanged;

  @Test
  void theFirstOneIsSignedAtOnceAndTheLastOneAtStop() {
    Checkpoints checkpoints = checkpoints(Optional.empty()).start();
    await().until(() -> files().size() == 1);
    head.set(ledger.head());
    checkpoints.close();

    assertThat(files())
        .extracting(f -> f.getFileName().toString())
        .containsExactly("checkpoint-000000000003.json", "checkpoint-000000000005.json");
    LedgerCheckpoint last = CheckpointFolder.read(files().get(1));
    assertThat(last.head()).isEqualTo(ledger.head());
    assertThat(exportedKey().signed(last)).isTrue();
  }

  @Test
  void soManyRecordsCallForOne() {
    Checkpoints checkpoints = checkpoints(Optional.empty(), 2).start();
    await().until(() -> files().size() == 1);
    head.set(ledger.head());
    await().until(() -> files().size() == 2);
    checkpoints.close();
  }

  @Test
  void aPackageCallsForOneAtOnce() {
    Checkpoints checkpoints = checkpoints(Optional.empty()).start();
    await().until(() -> files().size() == 1);
    head.set(ledger.head());

    checkpoints.signNow();
    checkpoints.signNow();

    assertThat(files()).hasSize(2);
    assertThat(CheckpointFolder.read(files().get(1)).head()).isEqualTo(ledger.head());
    checkpoints.close();
    assertThat(files()).hasSize(2);
  }

  @Test
  void aPackageCallsForNoneWhileTheChainDoesNotHold() {
    Checkpoints checkpoints = checkpoints(Optional.empty()).start();
    await().until(() -> files().size() == 1);
    changed = 4;
    head.set(ledger.head());

    checkpoints.signNow();

    assertThat(checkpoints.alarm()).isPresent();
    assertThat(files()).hasSize(1);
    checkpoints.close();
  }

  @Test
  void nothingNewCallsForNone() {
    checkpoints(Optional.empty()).start().close();
    checkpoints(Optional.empty()).start().close();

    assertThat(files()).hasSize(1);
  }

  @Test
  void aLedgerThatEndsBeforeACheckpointIsAnAlarmAndNothingIsSignedUntilItIsRight() {
    SignedAt.write(files(folder), ledger.head(), SigningKey.in(secrets()));
    head.set(ledger.records().get(1).head());
    Checkpoints checkpoints = checkpoints(Optional.empty(), 1).start();
    await().until(() -> checkpoints.alarm().isPresent());
    assertThat(checkpoints.alarm().get()).contains("Checkpoint 5").contains("ends before");
    checkpoints.close();
    assertThat(files()).hasSize(1);

    head.set(ledger.head());
    Checkpoints later = checkpoints(Optional.empty(), 1).start();
    ledger.with(anEntry(6));
    head.set(ledger.head());
    await().until(() -> files().size() == 2);
    assertThat(later.alarm()).isEmpty();
    later.close();
  }

  @Test
  void aRecordThatIsChangedAfterTheStartIsFoundBeforeTheNextSignature() {
    Checkpoints checkpoints = checkpoints(Optional.empty(), 2).start();
    await().until(() -> files().size() == 1);

    changed = 4;
    head.set(ledger.head());
    await().until(() -> checkpoints.alarm().isPresent());
    checkpoints.close();

    assertThat(checkpoints.alarm().get())
        .contains("does not hold at record 4", "changed after it was sealed", "verify");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aSignedRecordThatIsExchangedAfterTheStartIsFoundBeforeTheNextSignature() {
    Checkpoints checkpoints = checkpoints(Optional.empty(), 2).start();
    await().until(() -> files().size() == 1);

    exchanged = true;
    head.set(ledger.head());
    await().until(() -> checkpoints.alarm().isPresent());
    checkpoints.close();

    assertThat(checkpoints.alarm().get()).contains("another record than the ledger holds");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aCheckpointThatIsChangedIsNotTrusted() throws IOException {
    checkpoints(Optional.empty()).start().close();
    String text = Files.readString(files().get(0));
    Files.writeString(files().get(0), text.replace("\"sequence\":3", "\"sequence\":2"));

    Checkpoints checkpoints = checkpoints(Optional.empty()).start();
    await().until(() -> checkpoints.alarm().isPresent());
    checkpoints.close();

    assertThat(checkpoints.alarm().get()).contains("was changed after it was signed");
  }

  @Test
  void theKeyIsItsOwnersAloneAndIsNeverOverwritten() throws IOException {
    String fingerprint = SigningKey.in(secrets()).fingerprint();
    Path file = secrets().resolve(SigningKey.FILE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SigningKey.in(secrets()).fingerprint()).isEqualTo(fingerprint);

    Files.writeString(file, "damaged");
    assertThatThrownBy(() -> SigningKey.in(secrets()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bring it back from a backup");
    assertThat(file).hasContent("damaged");
  }

  @Test
  void anAuthorityStampsTheCheckpoint() throws Exception {
    try (Authority authority = new Authority()) {
      Checkpoints checkpoints = checkpoints(Optional.of(authority.url())).start();
      Path stamp = folder.resolve("checkpoints/checkpoint-000000000003.tsr");
      await().until(() -> Files.exists(stamp));
      checkpoints.close();

      LedgerCheckpoint checkpoint = CheckpointFolder.read(files().get(0));
      byte[] hash = HexFormat.of().parseHex(Hash.of(checkpoint.signedBytes()));
      byte[] token = Files.readAllBytes(stamp);
      TimeStampAuthority.Stamped stamped = TimeStampAuthority.check(token, hash);
      assertThat(stamped.authority()).contains("Test Authority");
      assertThat(stamped.at()).isBetween(Instant.now().minusSeconds(120), Instant.now());
      assertThatThrownBy(() -> TimeStampAuthority.check(token, new byte[32]))
          .hasMessageContaining("something else");
    }
  }

  @Test
  void anAuthorityThatDoesNotAnswerStopsNothingAndIsShown() {
    Checkpoints checkpoints =
        checkpoints(Optional.of(URI.create("http://127.0.0.1:1/tsa"))).start();
    await().until(() -> checkpoints.stampTrouble().isPresent());
    head.set(ledger.head());
    checkpoints.close();

    assertThat(files()).hasSize(2);
    assertThat(checkpoints.fault()).isEmpty();
  }

  private Checkpoints checkpoints(Optional<URI> authority) {
    return checkpoints(authority, 1_000);
  }

  private Checkpoints checkpoints(Optional<URI> authority, long records) {
    return new Checkpoints(
        files(folder),
        SigningKey.in(secrets()),
        authority.map(TimeStampAuthority::new),
        new Checkpoints.Pace(records, Duration.ofHours(1)),
        new Checkpoints.View(
            head::get,
            n ->
                n > head.get().sequence()
                    ? Optional.empty()
                    : Optional.of(
                        exchanged ? Hash.GENESIS : ledger.records().get((int) n - 1).link()),
            this::follow),
        InstantSource.system());
  }

  private Chain.Followed follow(SealedRecord.Head from) {
    Chain chain = new Chain(from);
    for (long n = from.sequence() + 1; n <= head.get().sequence(); n++) {
      SealedRecord record = ledger.records().get((int) n - 1);
      byte[] content = n == changed ? "{}".getBytes(UTF_8) : record.record();
      Optional<String> problem =
          chain.next(new UncheckedRecord(content, record.hash(), record.link()));
      if (problem.isPresent()) {
        return new Chain.Followed(chain.head(), problem);
      }
    }
    return new Chain.Followed(chain.head(), Optional.empty());
  }

  private PublicKeyFile exportedKey() {
    try {
      return PublicKeyFile.read(Files.readString(files(folder).keys().get(0)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path secrets() {
    return folder.resolve("secrets");
  }

  private List<Path> files() {
    return files(folder).files();
  }

  private static CheckpointFolder files(Path folder) {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }
}
