package hallmonitor.ingest.command;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.BatchReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stores commands from Kafka in the table. Offsets advance only after the commit. */
public final class CommandInbox implements BatchReader.Handler {
  private final CommandTable table;
  private final Runnable committed;

  /**
   * Creates an inbox.
   *
   * @param committed called after each batch
   */
  public CommandInbox(CommandTable table, Runnable committed) {
    this.table = table;
    this.committed = committed;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
    table.receive(
        batch.stream().map(r -> EventJson.read(r.value(), AccountCommand.class)).toList());
    committed.run();
  }
}
