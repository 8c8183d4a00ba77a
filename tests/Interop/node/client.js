'use strict';
// A client of the engine made from the .proto files at run time.
const path = require('node:path');
const crypto = require('node:crypto');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const { root } = require('./server');

const protos = path.join(root, 'src/Protos');
const loaded = loader.loadSync(
  ['dossier_service', 'feed_service', 'simulation_service'].map((name) => `tthc/engine/v1/${name}.proto`).concat('google/rpc/status.proto', 'google/rpc/error_details.proto'),
  { includeDirs: [protos], keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true });
const api = grpc.loadPackageDefinition(loaded);

const instant = (text) => ({ seconds: Date.parse(text) / 1000, nanos: 0 });
const text = (timestamp) => (timestamp ? new Date(timestamp.seconds * 1000).toISOString().replace('.000Z', 'Z') : null);

/** Who calls stands in the metadata. */
function as(officer, agency, ...roles) {
  const metadata = new grpc.Metadata();
  metadata.set('tthc-actor', officer);
  metadata.set('tthc-agency', agency);
  metadata.set('tthc-roles', roles.join(','));
  return metadata;
}

/** What a refused call tells: its code, and the details packed into grpc-status-details-bin. */
function refusal(error) {
  const details = {};
  const [packed] = error.metadata.get('grpc-status-details-bin');
  const status = packed ? loaded['google.rpc.Status'].deserialize(packed) : { details: [] };
  for (const any of status.details) {
    const name = any.type_url.split('/').pop();
    (details[name] ??= []).push(loaded[name].deserialize(any.value));
  }
  return { code: error.code, details };
}

class Engine {
  constructor(address) {
    const plain = grpc.credentials.createInsecure();
    const { DossierService, FeedService, SimulationService } = api.tthc.engine.v1;
    this.dossiers = new DossierService(address, plain);
    this.feed = new FeedService(address, plain);
    this.simulation = new SimulationService(address, plain);
  }

  /** One unary call of DossierService. */
  call(method, request, caller, options = {}) {
    return this.unary(this.dossiers, method, request, caller, options);
  }

  unary(client, method, request, caller, options = {}) {
    return new Promise((resolve, reject) =>
      client[method](request, caller, options, (error, reply) => (error ? reject(error) : resolve(reply))));
  }

  /** A mutating call with a request id of its own. */
  act(method, request, caller) {
    return this.call(method, { request_id: crypto.randomUUID(), ...request }, caller);
  }

  /** Moves the simulated clock. */
  at(moment) {
    return this.unary(this.simulation, 'AdvanceClock', { to: instant(moment) }, new grpc.Metadata());
  }

  /** All events there are. */
  async events(caller) {
    const events = [];
    for await (const message of this.feed.WatchEvents({ until_caught_up: true }, caller)) events.push(...message.events);
    return events;
  }

  close() {
    for (const client of [this.dossiers, this.feed, this.simulation]) client.close();
  }
}

module.exports = { grpc, Engine, as, instant, text, refusal };
