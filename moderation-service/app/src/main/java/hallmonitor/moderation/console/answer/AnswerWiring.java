package hallmonitor.moderation.console.answer;

import hallmonitor.messaging.OutboxRelay;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.request.RequestOffice;
import hallmonitor.moderation.store.answer.AnswerDeliveries;
import hallmonitor.moderation.store.answer.AnswerLetters;
import hallmonitor.moderation.store.answer.AnswerOffice;
import hallmonitor.moderation.store.answer.AnswerParts;
import hallmonitor.moderation.store.answer.AnswerRecords;
import hallmonitor.moderation.store.answer.AnswerWork;
import hallmonitor.moderation.store.answer.ReadPictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Wires the answers to requests for records. */
@ApplicationScoped
public class AnswerWiring {
  @Produces
  @Singleton
  AnswerRecords records(Jdbi jdbi, RequestOffice office) {
    return new AnswerRecords(jdbi, id -> office.rules().exemption(id), DisplayLabels::account);
  }

  @Produces
  @Singleton
  ReadPictures pictures(Jdbi jdbi) {
    return new ReadPictures(jdbi);
  }

  @Produces
  @Singleton
  AnswerOffice office(Jdbi jdbi) {
    return new AnswerOffice(jdbi);
  }

  @Produces
  @Singleton
  AnswerWork work(Jdbi jdbi, OutboxRelay relay) {
    return new AnswerWork(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  AnswerParts parts(Jdbi jdbi) {
    return new AnswerParts(jdbi);
  }

  @Produces
  @Singleton
  AnswerLetters letters(Jdbi jdbi) {
    return new AnswerLetters(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  AnswerDeliveries deliveries(Jdbi jdbi) {
    return new AnswerDeliveries(jdbi, Clock.systemUTC());
  }
}
