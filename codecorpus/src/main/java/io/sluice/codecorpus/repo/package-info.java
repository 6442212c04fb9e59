/**
 * Repositories to documents: one for each source file, and the kept files of a repository joined in
 * the order of their imports.
 *
 * <ul>
 *   <li>{@link io.sluice.codecorpus.repo.CodeSource}: the source job's plain part; {@link
 *       io.sluice.codecorpus.repo.CodeConfig} configures it; {@link
 *       io.sluice.codecorpus.repo.Repositories} lists what a configured path holds. These are what
 *       other modules call.
 *   <li>{@code FileTree} with {@code LocalTree}, {@code HadoopTree}, {@code GitTree} with {@code
 *       GitSystem}, which keeps JGit to itself: the files of a repository, each a {@link
 *       io.sluice.codecorpus.repo.RepoFile}.
 *   <li>{@link io.sluice.codecorpus.repo.Languages}: programming language of a file; {@code
 *       SourceText}: bytes to text.
 *   <li>{@code FileJudge}: one file to a judged document; {@code RepoFacts}: licences and modules
 *       that the whole repository shares; {@code CodeReading}: a repository being read.
 *   <li>{@code ImportResolver} with {@code JvmImports}, {@code PythonImports}, {@code
 *       ScriptImports}, {@code CImports}, {@code GoImports}, {@code RustImports}, {@code
 *       RelativeImports}, on a {@code PathIndex}: what a file imports from its own repository;
 *       {@code FileOrder}: the order; {@link io.sluice.codecorpus.repo.RepoText}: the written form.
 * </ul>
 */
package io.sluice.codecorpus.repo;
