package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.opinion.ReaderSettings.Written;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/** A policy reader, and a server that speaks the protocol, with its faults. */
class ServedReader {
  /** The latch that a server waits for if it never answers. */
  static final CountDownLatch NEVER = new CountDownLatch(1);

  final ChatServer server = new ChatServer();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final AtomicLong nanos = new AtomicLong();
  ThirdOpinion reader = start(Asked.settings(server.url()));

  @AfterEach
  void stop() throws Exception {
    reader.close();
    server.close();
  }

  /** One at a time. */
  Written limitedTo(Duration limit) {
    return limitedTo(limit, 1, server.url());
  }

  static Written limitedTo(Duration limit, int atOnce, String url) {
    return new Written(
        Optional.of(url),
        Optional.of("test-model"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0.05,
        0.1,
        limit,
        atOnce);
  }

  double failures(String why) {
    var counter = meters.find("hallmonitor.policy.reader.failures").tag("why", why).counter();
    return counter == null ? 0 : counter.count();
  }

  Map<Subject, Finding> ask(ReaderQuestion question) throws InterruptedException {
    return reader.ask(List.of(question));
  }

  private ThirdOpinion start(Written written) {
    return PolicyReader.start(
        written, InetAddress::getAllByName, nanos::get, new PipelineMetrics(meters));
  }

  void restart(Written written) {
    reader.close();
    reader = start(written);
  }

  void restart(Written written, ReaderNames.Lookup lookup) {
    reader.close();
    reader = PolicyReader.start(written, lookup, nanos::get, new PipelineMetrics(meters));
  }
}
