// PouchDB and its server, each in a process of its own, at the work that the laptop is measured by.
// node pouch.js serve FOLDER     prints the address
// node pouch.js measure URL FOLDER ROUNDS     prints the figures as JSON
'use strict'
const { performance } = require('perf_hooks')
const { join } = require('path')
const { createRequire } = require('module')
// The packages lie where the bench installed them, beside the folder of the data.
const load = createRequire(join(process.cwd(), 'package.json'))
const PouchDB = load('pouchdb')

const RECORDS = 250
const CONCURRENT = 100

function serve (folder) {
  const app = load('express')()
  const Stored = PouchDB.defaults({ prefix: join(folder, 'server-') })
  app.use('/', load('express-pouchdb')(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
  const door = app.listen(0, '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${door.address().port}`)
  })
}

function record (number) {
  const made = { _id: `record-${number}`, kind: 'assessment', case: `case-${number % 25}` }
  for (let field = 0; field < 8; field++) made[`field${field}`] = `værdi ${number} ${field}`
  return made
}

async function change (db, count, field, text) {
  const all = await db.allDocs({ include_docs: true, limit: count })
  const docs = all.rows.map(row => ({ ...row.doc, [field]: `${text} ${row.id}` }))
  await db.bulkDocs(docs)
}

async function both (db, url) {
  await PouchDB.sync(db, url)
}

async function timed (rounds, before, act) {
  const times = []
  for (let round = 0; round < rounds; round++) {
    await before(round)
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  return times
}

// How many of the records do not show both values to somebody who reads them.
async function hidden (url, folder, fields) {
  const name = fields.join('-')
  const there = `${url}/${name}`
  const [one, two] = ['one', 'two'].map(each => new PouchDB(join(folder, `${name}-${each}`)))
  await one.bulkDocs(Array.from({ length: CONCURRENT }, (_, number) => record(number)))
  await both(one, there)
  await both(two, there)
  await change(one, CONCURRENT, fields[0], 'den ene')
  await change(two, CONCURRENT, fields[1], 'den anden')
  for (const db of [one, two, one]) await both(db, there)
  const all = await one.allDocs({ include_docs: true })
  const shown = all.rows.filter(({ doc }) => {
    const text = JSON.stringify(doc)
    return text.includes('den ene') && text.includes('den anden')
  })
  return CONCURRENT - shown.length
}

async function measure (url, folder, rounds) {
  const db = new PouchDB(join(folder, 'laptop'))
  await db.bulkDocs(Array.from({ length: RECORDS }, (_, number) => record(number)))
  const there = `${url}/records`
  await both(db, there)
  const changed = await timed(
    rounds, round => change(db, RECORDS, 'field0', `runde ${round}`), () => both(db, there))
  const idle = await timed(rounds, async () => {}, () => both(db, there))
  console.log(JSON.stringify({
    changed,
    idle,
    different: await hidden(url, folder, ['field0', 'field1']),
    same: await hidden(url, folder, ['field0', 'field0'])
  }))
}

const [what, ...given] = process.argv.slice(2)
if (what === 'serve') serve(given[0])
else measure(given[0], given[1], Number(given[2])).then(() => process.exit(0))
