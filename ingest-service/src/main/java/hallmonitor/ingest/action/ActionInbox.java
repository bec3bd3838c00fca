package hallmonitor.ingest.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.BatchReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Stores orders from Kafka in the table. Offsets advance only after the commit. */
public final class ActionInbox implements BatchReader.Handler {
  private final ActionTable table;
  private final Consumer<Set<String>> wake;

  /**
   * Creates an inbox.
   *
   * @param wake receives the accounts with new orders after the commit
   */
  public ActionInbox(ActionTable table, Consumer<Set<String>> wake) {
    this.table = table;
    this.wake = wake;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
    List<ActionTable.ReceivedAction> orders = new ArrayList<>(batch.size());
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      Header trace = record.headers().lastHeader("traceparent");
      orders.add(
          new ActionTable.ReceivedAction(
              EventJson.read(record.value(), ActionOrdered.class),
              record.value(),
              Optional.ofNullable(trace).map(h -> new String(h.value(), UTF_8))));
    }
    table.receive(orders);
    wake.accept(
        orders.stream().map(o -> o.order().comment().account()).collect(Collectors.toSet()));
  }
}
