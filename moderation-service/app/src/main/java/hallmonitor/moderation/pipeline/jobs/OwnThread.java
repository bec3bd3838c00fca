package hallmonitor.moderation.pipeline.jobs;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a scheduled method on a thread of {@link RoundThreads}, so that pages that wait never hold
 * up a round. Every {@code @Scheduled} method has it, beside {@code @NonBlocking}: the scheduler
 * then only starts it. A round is skipped while the one before it still runs.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnThread {}
