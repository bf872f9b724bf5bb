// The architecture as a test: who may import whom (docs/architecture.md has the picture).
// Imports run one way: app, lib/worker -> lib/features -> lib/adapters, emails -> lib/domain.

const tests = '\\.test\\.tsx?$'
const generatedClient = '^lib/adapters/db/generated/'

/** One rule: modules matching `from` must not import modules matching `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-circular', 'Two modules that need each other are one, or three.', {}, { circular: true }),
    forbid(
      'domain-is-pure',
      'Decisions touch nothing: no packages, no I/O, nothing of ours outside lib/domain.',
      { path: '^lib/domain/', pathNot: tests },
      { pathNot: '^lib/domain/' },
    ),
    forbid(
      'adapters-face-outward',
      'An adapter touches one outside thing; it may use the database, the settings and the log.',
      { path: '^lib/adapters/([^/]+)/', pathNot: tests },
      {
        path: '^lib/',
        pathNot: ['^lib/(domain|adapters/(db|$1))/', '^lib/(env|log)\\.ts$', '^lib/adapters/(vault|limits)/'],
      },
    ),
    forbid(
      'only-plaid-opens-the-vault',
      'Access tokens are opened where Plaid is called, and sealed where they are stored.',
      { path: '^lib/adapters/', pathNot: ['^lib/adapters/(plaid|vault)/', tests] },
      { path: '^lib/adapters/vault/' },
    ),
    forbid(
      'features-do-not-meet',
      'A feature leaves a job, another picks it up; they meet only in entries.',
      { path: '^lib/features/([^/]+)/', pathNot: tests },
      { path: '^lib/features/', pathNot: '^lib/features/$1/' },
    ),
    forbid('lib-below-app', 'lib knows nothing of the pages above it.', { path: '^lib/' }, { path: '^app/' }),
    forbid(
      'worker-is-an-entry',
      'Nobody calls the worker; it is started.',
      { pathNot: ['^lib/worker/', '^instrumentation\\.ts$', '^scripts/', tests] },
      { path: '^lib/worker/' },
    ),
    forbid(
      'worker-through-features',
      'A job handler calls one feature.',
      { path: '^lib/worker/', pathNot: tests },
      { path: '^lib/adapters/', pathNot: '^lib/adapters/queue/' },
    ),
    forbid(
      'app-through-features',
      'Pages and routes parse, call one feature, answer.',
      { path: '^app/', pathNot: tests },
      { path: '^lib/adapters/' },
    ),
    forbid(
      'routes-keep-their-parts',
      'What several routes use is in app/_ui.',
      { path: '^app/([^/_]+)/' },
      { path: '^app/[^_]', pathNot: '^app/$1/' },
    ),
    forbid(
      'browser-code-is-light',
      'Browser code takes decisions from lib/domain; of the rest at most the types. All the catalogs would weigh too much.',
      { path: '\\.client\\.tsx?$' },
      { path: '^(lib|emails|messages)/', pathNot: '^lib/domain/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'emails-are-pure',
      'A mail is made of its props.',
      { path: '^emails/', pathNot: tests },
      { path: '^(app|lib|e2e|prisma|sandbox|scripts)/', pathNot: '^lib/domain/' },
    ),
    forbid(
      'one-door-to-emails',
      'Mails are rendered by the features that send them.',
      { pathNot: ['^emails/', '^lib/features/', '^scripts/(gallery|testing)/', tests] },
      { path: '^emails/' },
    ),
    forbid(
      'words-are-a-leaf',
      'Catalogs know which languages there are, and nothing else of ours.',
      { path: '^messages/', pathNot: tests },
      { path: '^(app|lib|emails|e2e|prisma|sandbox|scripts)/', pathNot: '^lib/domain/' },
    ),
    forbid(
      'words-where-they-are-read',
      'Words are drawn where a person reads them: in mails and on pages.',
      { pathNot: ['^(app|emails|messages)/', tests] },
      { path: '^messages/' },
    ),
    forbid(
      'one-door-to-the-catalogs',
      'Outside of pages, words come through messages/words.ts.',
      { path: '^(lib|emails)/' },
      { path: 'node_modules/(next-intl|use-intl)/' },
    ),
    forbid(
      'production-never-sees-stand-ins',
      'The product knows the outside world by URLs from the environment only.',
      { path: '^(app|lib|emails|messages)/', pathNot: tests },
      { path: '^(sandbox|e2e|bench|scripts)/' },
    ),
    forbid(
      'tests-use-what-is-made-for-tests',
      'A test beside its source takes its support from scripts/testing and speaks HTTP to the sandbox.',
      { path: `^(app|lib|emails|messages)/.*${tests}` },
      { path: '^(sandbox|e2e|bench|scripts)/', pathNot: '^scripts/testing/' },
    ),
    forbid(
      'strangers',
      'Stand-ins, browser stories and benches speak HTTP to the product, as strangers do.',
      { path: '^(e2e|sandbox|bench)/' },
      { path: '^(app|lib|emails|messages|prisma)/' },
    ),
    forbid(
      'next-only-in-app',
      'The engine runs without a web framework.',
      { path: '^(lib|emails|messages|e2e|sandbox)/' },
      { path: 'node_modules/next/' },
    ),
    forbid(
      'one-door-to-plaid',
      'Every call to Plaid passes one place.',
      { path: '^(app|lib|emails|prisma)/', pathNot: '^lib/adapters/plaid/' },
      { path: 'node_modules/plaid/' },
    ),
    forbid(
      'one-door-to-prisma',
      'The database is touched through lib/adapters/db.',
      { path: '^(app|lib|emails|e2e|sandbox)/', pathNot: '^lib/adapters/db/' },
      { path: ['node_modules/@prisma/client/', generatedClient] },
    ),
    forbid(
      'one-door-to-mail',
      'Mail leaves through lib/adapters/mail.',
      { path: '^(app|lib|emails)/', pathNot: '^lib/adapters/mail/' },
      { path: 'node_modules/(resend|nodemailer)/' },
    ),
    forbid(
      'one-door-to-push',
      'Browser messages leave through lib/adapters/push.',
      { path: '^(app|lib|emails)/', pathNot: '^lib/adapters/push/' },
      { path: 'node_modules/web-push/' },
    ),
    forbid(
      'one-door-to-the-queue',
      'Jobs are enqueued and taken through lib/adapters/queue.',
      { path: '^(app|lib|emails)/', pathNot: '^lib/adapters/queue/' },
      { path: 'node_modules/pg-boss/' },
    ),
    forbid(
      'one-door-to-jose',
      'Signatures are checked where Plaid is known.',
      { path: '^(app|lib)/', pathNot: '^lib/adapters/plaid/' },
      { path: 'node_modules/jose/' },
    ),
    forbid(
      'no-dev-packages-in-production',
      'What runs in production is a dependency.',
      { path: '^(app|lib|emails|messages)/', pathNot: tests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-orphans',
      'A module that nobody imports is an entry or a leftover.',
      {
        orphan: true,
        // Next, the test runners, the command line and the sandbox's web server find these by their place.
        pathNot: ['^(app|e2e|scripts|prisma|messages)/', '^sandbox/.+\\.js$', tests, '\\.d\\.ts$', '\\.config\\.'],
      },
      {},
    ),
    forbid(
      'no-shared-drawers',
      'A name that says nothing collects everything.',
      {},
      { path: '(^|/)(utils?|helpers?|misc|common|shared)(/|\\.tsx?$)', pathNot: 'node_modules' },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', generatedClient] },
    exclude: { path: ['^\\.next/', '^\\.data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
