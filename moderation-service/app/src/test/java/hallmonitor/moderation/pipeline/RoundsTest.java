package hallmonitor.moderation.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import org.junit.jupiter.api.Test;

class RoundsTest {
  @Test
  void noRoundSharesItsThreadsWithPages() {
    methods()
        .that()
        .areAnnotatedWith(Scheduled.class)
        .should()
        .beAnnotatedWith(OwnThread.class)
        .andShould()
        .beAnnotatedWith(NonBlocking.class)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("hallmonitor.moderation"));
  }
}
