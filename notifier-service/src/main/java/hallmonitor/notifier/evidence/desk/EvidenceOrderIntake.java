package hallmonitor.notifier.evidence.desk;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.messaging.BatchReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;

/** Stores what the console asks of the evidence. A repeated order changes nothing. */
public final class EvidenceOrderIntake implements BatchReader.Handler {
  private final Jdbi database;

  public EvidenceOrderIntake(Jdbi database) {
    this.database = database;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
    List<EvidenceOrder> orders =
        batch.stream().map(r -> EventJson.read(r.value(), EvidenceOrder.class)).toList();
    database.useTransaction(t -> orders.forEach(order -> EvidenceOrders.take(t, order)));
  }
}
