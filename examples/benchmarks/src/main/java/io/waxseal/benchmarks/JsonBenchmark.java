package io.waxseal.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waxseal.message.Message;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message that exists becomes the bytes of its JSON: by Waxseal, from records by Jackson, and ready-made. */
@State(Scope.Benchmark)
public class JsonBenchmark {
  @Param
  Sample sample = Sample.TEXT;

  private final JsonMapper jackson = JsonMapper.builder().build();
  private Message message;
  private Object byHand;
  private byte[] ready;

  @Setup
  public void check() throws JsonProcessingException {
    message = sample.message();
    byHand = sample.byHand();
    ready = write();
    Fixture.require(ready.length > 100, "nothing was written");
    Fixture.require(Arrays.equals(jackson(), ready), "Jackson writes another message");
  }

  @Benchmark
  public byte[] write() {
    return message.content().toBytes();
  }

  @Benchmark
  public byte[] jackson() throws JsonProcessingException {
    return jackson.writeValueAsBytes(byHand);
  }

  @Benchmark
  public byte[] copy() {
    return ready.clone();
  }
}
