/**
 * Listens to a whole test run for what must not be said. Each module compiles this folder into its own tests: the SLF4J
 * provider and a handler of {@code java.util.logging} hear each line at the finest level, a flight recording keeps the
 * text of each exception that our own main classes make, and the JUnit extension fails the test class in which a planted
 * value was heard. What our own classes said is kept in {@code target/leakwatch.txt}, for the test that sends it through the
 * log filters. It is in no artifact.
 */
package io.waxseal.leakwatch;
