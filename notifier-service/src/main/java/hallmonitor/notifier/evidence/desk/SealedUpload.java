package hallmonitor.notifier.evidence.desk;

import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.messaging.parcel.ParcelKey;
import hallmonitor.messaging.parcel.ParcelKey.Unopened;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** An uploaded file as it came, in encrypted parts. */
final class SealedUpload {
  private SealedUpload() {}

  /** Writes the uploaded file, part by part, and returns its SHA-256. */
  static String unseal(Handle reading, VerifyPackage order, Path zip) throws IOException, Unopened {
    ParcelKey key = EvidenceOrders.reception(reading);
    DigestOutputStream digest = new DigestOutputStream(Files.newOutputStream(zip), Hash.sha256());
    reading.begin();
    try (OutputStream out = digest;
        ResultIterator<String> parts = EvidenceOrders.upload(reading, order.orderId())) {
      for (int number = 0; parts.hasNext(); number++) {
        out.write(key.open(order.orderId(), number, parts.next()));
      }
    } finally {
      reading.rollback();
    }
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }
}
