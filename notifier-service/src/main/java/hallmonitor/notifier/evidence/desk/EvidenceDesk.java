package hallmonitor.notifier.evidence.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.contract.event.EvidenceOrder.MakePackage;
import hallmonitor.contract.event.EvidenceOrder.SignRecords;
import hallmonitor.contract.event.EvidenceOrder.VerifyLedger;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.contract.event.EvidenceResult.PackagePart;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.messaging.Worker;
import hallmonitor.messaging.parcel.ParcelKey.Unopened;
import hallmonitor.messaging.parcel.ParcelOutput;
import hallmonitor.messaging.parcel.ParcelSealing;
import hallmonitor.notifier.evidence.casefile.RedactedNames;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.Checkpoints;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.desk.EvidenceOrders.Begun;
import hallmonitor.notifier.evidence.desk.PackageMaker.PackageRequest;
import hallmonitor.notifier.evidence.desk.PackageMaker.Packed;
import hallmonitor.notifier.evidence.desk.PackageMaker.TooLarge;
import hallmonitor.settings.district.District;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Carries out what the console asks of the evidence, one order after the other. The answer, the
 * file, and the record that says who took it are committed in one transaction: an order that a
 * killed process left behind is carried out again, as if it had never begun.
 */
public final class EvidenceDesk implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EvidenceDesk.class.getName());

  /** An order that fails so often is answered with that, so that it holds up no other. */
  private static final int MOST_TRIES = 3;

  private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /** What signs, and what was signed. */
  public record Signing(SigningKey key, Checkpoints checkpoints) {}

  private final Jdbi database;
  private final CheckpointFolder folder;
  private final SigningKey key;
  private final Checkpoints checkpoints;
  private final RecordsDesk records;
  private final Supplier<District> district;
  private final long most;
  private final InstantSource clock;
  private final UploadFolder uploads;
  private final LedgerReport report;
  private final Runnable published;
  private boolean emptied;
  private long reportAt = System.nanoTime();
  private final Worker worker =
      new Worker("evidence orders", this::round).retryAfter(FIRST_RETRY, LONGEST_RETRY);

  /**
   * Creates the desk.
   *
   * @param most bytes of a case's attachments in one package
   * @param published called after a commit that must be published
   */
  public EvidenceDesk(
      Jdbi database,
      CheckpointFolder folder,
      Signing signing,
      Supplier<District> district,
      long most,
      InstantSource clock,
      Runnable published) {
    this.database = database;
    this.folder = folder;
    this.uploads = new UploadFolder(folder.path());
    this.district = district;
    this.most = most;
    this.clock = clock;
    this.key = signing.key();
    this.checkpoints = signing.checkpoints();
    this.records = new RecordsDesk(key, clock);
    this.report = new LedgerReport(signing.checkpoints(), clock);
    this.published = published;
  }

  public EvidenceDesk start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Returns why no order is carried out, in words; empty if all are. */
  public Optional<String> fault() {
    return worker.fault();
  }

  private Duration round() throws Exception {
    try (Handle desk = database.open()) {
      if (EvidenceOrders.takeDesk(desk)) {
        try {
          // Not before: another process of this service may be at work in the same folder.
          if (!emptied) {
            uploads.empty();
            emptied = true;
          }
          Optional<Begun> begun = desk.inTransaction(EvidenceOrders::begin);
          if (begun.isPresent()) {
            carryOut(desk, begun.get());
            published.run();
            return Duration.ZERO;
          }
        } finally {
          EvidenceOrders.leaveDesk(desk);
        }
      }
    }
    if (System.nanoTime() - reportAt >= 0) {
      reportAt = System.nanoTime() + REPORT_EVERY.toNanos();
      database.useHandle(EvidenceOrders::forgetAbandoned);
      if (database.inTransaction(report::tell)) {
        published.run();
      }
    }
    return Worker.IDLE;
  }

  /** What is ready to be written in the transaction that ends an order. */
  @FunctionalInterface
  private interface Answer {
    EvidenceResult in(Handle transaction) throws IOException, SQLException;
  }

  private void carryOut(Handle desk, Begun begun) throws Exception {
    try {
      // Before the transaction: it may take longer than the database lets one be idle.
      Answer answer =
          begun.tries() > MOST_TRIES ? always(gaveUp(begun)) : answer(desk, begun.order());
      database.useTransaction(
          transaction -> {
            if (EvidenceOrders.lock(transaction, begun.orderId())) {
              EvidenceOrders.answer(transaction, answer.in(transaction));
              EvidenceOrders.done(transaction, begun.orderId());
            }
          });
    } catch (Exception e) {
      if (worker.closing()) {
        EvidenceOrders.notTried(desk, begun.orderId());
      }
      throw e;
    }
  }

  private static Answer always(EvidenceResult result) {
    return transaction -> result;
  }

  private EvidenceResult gaveUp(Begun begun) {
    LOG.log(
        System.Logger.Level.ERROR,
        "the evidence order {0} failed {1} times and is given up",
        begun.orderId(),
        MOST_TRIES);
    return new EvidenceFailed(begun.orderId(), Why.FAILED, clock.instant());
  }

  private Answer answer(Handle reading, EvidenceOrder order) throws IOException, SQLException {
    try {
      if (order instanceof MakePackage it) {
        return make(reading, it);
      }
      if (order instanceof SignRecords it) {
        return transaction -> records.sign(transaction, it);
      }
      EvidenceProof proof = new EvidenceProof(folder, uploads, key, clock);
      if (order instanceof VerifyLedger it) {
        return always(proof.ledger(reading, it, this::tell));
      }
      if (order instanceof VerifyPackage it) {
        return always(
            EvidenceOrders.uploaded(reading, it.orderId()) == it.parts()
                ? proof.file(reading, it)
                : failed(order, Why.UNREADABLE));
      }
      throw new IllegalStateException("no order: " + order.getClass());
    } catch (Unopened e) {
      return always(failed(order, Why.UNREADABLE));
    } catch (TooLarge e) {
      return always(failed(order, Why.TOO_LARGE));
    }
  }

  private void tell(EvidenceResult.LedgerChecked progress) {
    if (worker.closing()) {
      throw new IllegalStateException("the verification goes on after the restart");
    }
    // A handle of its own, because the ledger is being read through the other.
    try (Handle handle = database.open()) {
      handle.useTransaction(t -> EvidenceOrders.answer(t, progress));
    }
    published.run();
  }

  private EvidenceResult failed(EvidenceOrder order, Why why) {
    return new EvidenceFailed(order.orderId(), why, clock.instant());
  }

  private Answer make(Handle reading, MakePackage order)
      throws IOException, SQLException, Unopened {
    Optional<RedactedNames> names = Optional.empty();
    if (order.names().isPresent()) {
      byte[] list = EvidenceOrders.reception(reading).open(order.orderId(), 0, order.names().get());
      names = Optional.of(RedactedNames.read(new String(list, UTF_8)));
      if (names.get().students().isEmpty()) {
        return always(failed(order, Why.NO_NAMES));
      }
    }
    PackageRequest request =
        new PackageRequest(
            order.caseId(), names, order.by(), Optional.of(order.purpose()), Optional.empty());
    signNow();
    PackageMaker maker = new PackageMaker(folder, Optional.of(district.get()), most, clock);
    Optional<Packed> found = maker.pack(reading, request);
    if (found.isEmpty()) {
      return always(failed(order, Why.NOTHING_SEALED));
    }
    return transaction -> hand(transaction, maker, request, found.get(), order);
  }

  /** A package is made without it, too, and says what is not signed. */
  private void signNow() {
    try {
      checkpoints.signNow();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "no checkpoint could be made before a package", e);
    }
  }

  private EvidenceResult hand(
      Handle transaction,
      PackageMaker maker,
      PackageRequest request,
      Packed packed,
      MakePackage order)
      throws IOException {
    ParcelOutput out =
        new ParcelOutput(
            new ParcelSealing(order.recipient(), order.orderId()),
            (number, part) ->
                EvidenceOrders.answer(transaction, new PackagePart(order.orderId(), number, part)));
    String sha256 = PackageMaker.write(packed, out);
    maker.note(transaction, request, sha256);
    return new PackageMade(
        order.orderId(),
        out.parts(),
        out.bytes(),
        sha256,
        packed.records(),
        packed.unsigned(),
        packed.waiting(),
        clock.instant());
  }

  @Override
  public void close() {
    worker.close();
  }
}
