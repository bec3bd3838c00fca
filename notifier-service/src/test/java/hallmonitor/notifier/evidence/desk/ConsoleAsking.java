package hallmonitor.notifier.evidence.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.contract.event.EvidenceOrder.MakePackage;
import hallmonitor.contract.event.EvidenceOrder.UploadedPart;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.contract.event.EvidenceResult.PackagePart;
import hallmonitor.messaging.parcel.ParcelKey;
import hallmonitor.messaging.parcel.ParcelKey.Unopened;
import hallmonitor.messaging.parcel.ParcelOutput;
import hallmonitor.messaging.parcel.ParcelSealing;
import hallmonitor.notifier.evidence.LedgerRoom;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The console's part: it orders, and reads the answers that wait to be published. */
public final class ConsoleAsking {
  private final LedgerRoom room;
  private final ParcelKey key = new ParcelKey(ParcelKey.create());

  public ConsoleAsking(LedgerRoom room) {
    this.room = room;
  }

  /** Orders a package; without names it is a full one. */
  public UUID asksForPackage(UUID caseId, Optional<String> names) {
    UUID order = UUID.randomUUID();
    Optional<String> sealed = names.map(list -> sealing(order).seal(0, list.getBytes(UTF_8)));
    send(
        new MakePackage(
            order,
            caseId,
            key.publicKey(),
            sealed,
            "Police: report 26-1104",
            "Ines Ortega (ortega)",
            Instant.now()));
    return order;
  }

  private ParcelSealing sealing(UUID order) {
    return new ParcelSealing(ledger().reception(), order);
  }

  /** Uploads a file and orders its verification. */
  public UUID asksToVerify(byte[] file) {
    UUID order = UUID.randomUUID();
    List<EvidenceOrder> parts = new ArrayList<>();
    ParcelOutput out =
        new ParcelOutput(
            sealing(order), (number, part) -> parts.add(new UploadedPart(order, number, part)));
    out.write(file, 0, file.length);
    out.close();
    parts.forEach(this::send);
    send(new VerifyPackage(order, out.parts(), "ortega", Instant.now()));
    return order;
  }

  public void send(EvidenceOrder order) {
    room.database.useTransaction(t -> EvidenceOrders.take(t, order));
  }

  /** Returns how the ledger stands, as it was told last. */
  public LedgerSeen ledger() {
    return waitFor(LedgerSeen.class, seen -> true);
  }

  /** Waits for an answer and returns the newest. */
  public <T extends EvidenceResult> T waitFor(Class<T> type, Predicate<T> which) {
    await().atMost(Duration.ofSeconds(60)).until(() -> !all(type, which).isEmpty());
    List<T> all = all(type, which);
    return all.get(all.size() - 1);
  }

  /** Returns the answers of a kind that wait to be published, in order. */
  public <T extends EvidenceResult> List<T> all(Class<T> type, Predicate<T> which) {
    return room.database.withHandle(
        h ->
            h
                .createQuery(
                    "select payload from outbox where topic like '%evidence-results%' order by id")
                .mapTo(byte[].class)
                .stream()
                .map(json -> EventJson.read(json, EvidenceResult.class))
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .toList());
  }

  public PackageMade made(UUID order) {
    return waitFor(PackageMade.class, made -> made.orderId().equals(order));
  }

  /** Returns the file that its parts hold. */
  public byte[] file(UUID order) throws Unopened {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (PackagePart part : all(PackagePart.class, p -> p.orderId().equals(order))) {
      file.writeBytes(key.open(order, part.number(), part.sealed()));
    }
    return file.toByteArray();
  }
}
