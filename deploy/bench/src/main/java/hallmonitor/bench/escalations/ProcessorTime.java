package hallmonitor.bench.escalations;

import hallmonitor.local.LocalStack;
import hallmonitor.local.ServiceName;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far, as Linux accounts it.
 *
 * @param bench the load, the broker and the mail server, which share one process
 */
record ProcessorTime(Duration notifier, Duration database, Duration bench) {
  static ProcessorTime of(LocalStack stack) {
    ProcessHandle postgres = ProcessHandle.of(stack.database().pid()).orElseThrow();
    return new ProcessorTime(
        used(ProcessHandle.of(stack.service(ServiceName.NOTIFIER).pid()).orElseThrow()),
        Stream.concat(Stream.of(postgres), postgres.descendants())
            .map(ProcessorTime::used)
            .reduce(Duration.ZERO, Duration::plus),
        used(ProcessHandle.current()));
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  ProcessorTime since(ProcessorTime before) {
    return new ProcessorTime(
        notifier.minus(before.notifier),
        database.minus(before.database),
        bench.minus(before.bench));
  }
}
